import type { ListedAccount } from "@/lib/accounts/schema";
import type { AccountKind } from "@/lib/platforms/connected";
import { PLATFORM_NAMES, type PlatformId } from "@/lib/platforms/platform";

export const KIND_NAMES: Record<AccountKind, string> = {
  youtube_channel: "YouTube channel",
  tiktok_user: "TikTok account",
  instagram_page: "Instagram account, by its Page",
  instagram_user: "Instagram account",
  facebook_page: "Facebook Page",
  linkedin_organization: "LinkedIn Page",
  linkedin_member: "LinkedIn member",
};

/** Between two scheduled refreshes. */
const INTERVAL_MS = 6 * 3_600_000;

/** How current an account's numbers are. */
export function freshnessOf(
  { status, last_refresh_at }: Pick<ListedAccount, "status" | "last_refresh_at">,
  now: Date,
) {
  if (status === "needs_reconnect" || status === "disconnected") return "cut";
  if (last_refresh_at === null) return "stale";
  const age = now.getTime() - Date.parse(last_refresh_at);
  if (age <= INTERVAL_MS) return "fresh";
  return age <= 2 * INTERVAL_MS ? "ageing" : "stale";
}

/** "Instagram @harbor.oats", or its name where the platform has no handle. */
export function accountName(account: {
  platform: PlatformId;
  handle: string | null;
  name: string;
}): string {
  const { handle, name } = account;
  return `${PLATFORM_NAMES[account.platform]} ${handle ? atHandle(handle) : name}`;
}

export function atHandle(handle: string) {
  return handle.startsWith("@") ? handle : `@${handle}`;
}

/** "gives views, reach and saves": the sentence of a right as the end of another. */
export function asEnd(sentence: string) {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
