import "server-only";
import { readTokenKeys } from "@/lib/accounts/token-keys";
import { env } from "@/lib/env";
import { loginFor } from "@/lib/platforms/account-registry";
import type { AccountKind, Connection, Scope as Right } from "@/lib/platforms/connected";
import { CONNECTIONS } from "@/lib/platforms/connected";
import type { PlatformId } from "@/lib/platforms/platform";

type Words = { platform: PlatformId; title: string; gives: string; recommended?: string };

const WORDS: Record<Connection, Words> = {
  youtube: {
    platform: "youtube",
    title: "YouTube",
    gives: "A channel's videos and Shorts, with shares and the views of YouTube Analytics.",
  },
  tiktok: {
    platform: "tiktok",
    title: "TikTok",
    gives: "An account's public posts: views, likes, comments and shares.",
  },
  instagram: {
    platform: "instagram",
    title: "Instagram by Facebook",
    gives: "Professional accounts linked to a Facebook Page: views, reach, likes, shares, saves.",
    recommended:
      "One sign-in opens the accounts of all your Pages, and saves and shares come with the list of posts too, so that they stay when insights fail.",
  },
  instagram_login: {
    platform: "instagram",
    title: "Instagram by Instagram",
    gives:
      "One professional account without a Facebook Page: the same numbers, asked post by post.",
  },
  facebook: {
    platform: "facebook",
    title: "Facebook Pages",
    gives:
      "The posts of the Pages you manage: views, viewers, reactions, comments, shares, clicks.",
  },
  linkedin: {
    platform: "linkedin",
    title: "LinkedIn",
    gives:
      "The Pages you administer, and of your own posts those whose links you upload: impressions, reach, reactions, clicks.",
  },
};

/** The ways to connect an account, and for each the setting that this server lacks. */
export function connectionOffers() {
  return CONNECTIONS.map((connection) => {
    const choice = loginFor(connection, env());
    return {
      connection,
      ...WORDS[connection],
      unavailable: choice.kind === "ready" ? null : choice.detail,
    };
  });
}
export type ConnectionOffer = ReturnType<typeof connectionOffers>[number];

/** Whether this server can keep tokens at all. Without a key nothing can be connected. */
export function canKeepTokens() {
  return readTokenKeys(env().TOKEN_KEYS) !== null;
}

/** Asked for by the same button, but of use to the other kind of account. */
const NOT_FOR: Partial<Record<AccountKind, string[]>> = {
  linkedin_organization: ["r_member_postAnalytics"],
  linkedin_member: ["r_organization_social", "rw_organization_admin"],
};

/** The rights of an account: each with what it gives, and whether it was granted. */
export function rightsOf(account: { kind: AccountKind; connection: Connection; scopes: string[] }) {
  const choice = loginFor(account.connection, env());
  const asked: Right[] = choice.kind === "ready" ? choice.login.scopes : [];
  return asked
    .filter(({ id }) => !NOT_FOR[account.kind]?.includes(id))
    .map(({ id, gives }) => ({ id, gives, granted: account.scopes.includes(id) }));
}
export type AccountRight = ReturnType<typeof rightsOf>[number];
