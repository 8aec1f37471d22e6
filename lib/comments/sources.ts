import "server-only";
import { publicYoutubeComments } from "@/lib/comments/public-youtube";
import { env } from "@/lib/env";
import { accountPlatform } from "@/lib/platforms/account-registry";
import { budgetOf } from "@/lib/platforms/call-report";
import { ACCOUNT_KINDS, type AccountKind } from "@/lib/platforms/connected";

type Reading = {
  /** As in `comments.source`. */
  source: string;
  /** Whether its lists begin with the newest: then a page without news is the end of what is new. */
  newestFirst: boolean;
  /** Calls that a page usually takes; what it really took is recorded. */
  calls: number;
};

/** How each kind of account lists comments. LinkedIn does not say in which order. */
export const READINGS: Record<AccountKind, Reading> = {
  youtube_channel: { source: "youtube_data", newestFirst: true, calls: 1 },
  tiktok_user: { source: "tiktok_display", newestFirst: true, calls: 1 },
  instagram_page: { source: "instagram_graph", newestFirst: true, calls: 2 },
  instagram_user: { source: "instagram_graph", newestFirst: true, calls: 2 },
  facebook_page: { source: "facebook_graph", newestFirst: true, calls: 1 },
  linkedin_organization: { source: "linkedin_org", newestFirst: false, calls: 2 },
  linkedin_member: { source: "linkedin_member", newestFirst: false, calls: 2 },
};

/** Everything that comments can be read from here, as `claim_comments` takes it. */
export function commentSources() {
  const accounts = ACCOUNT_KINDS.map((key) => {
    const choice = accountPlatform(key, env());
    if (choice.kind === "unavailable") return { key, unavailable: choice.detail };
    const { limits, simulated } = choice.platform;
    return {
      key,
      calls: READINGS[key].calls,
      simulated,
      app: budgetOf(limits.app),
      account: budgetOf({ ...limits.account, credential: "" }),
    };
  });
  const key = "public_youtube";
  const everybody = publicYoutubeComments(env());
  if (everybody.kind === "unavailable") {
    return [...accounts, { key, unavailable: everybody.detail }];
  }
  const { limits, simulated } = everybody;
  return [...accounts, { key, calls: 1, simulated, app: budgetOf(limits) }];
}
