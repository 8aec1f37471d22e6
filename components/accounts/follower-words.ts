import type { AccountFollowers } from "@/lib/followers/schema";
import { signed } from "@/lib/format/change";
import { exactCount } from "@/lib/format/count";
import { calendarDay, exactMoment } from "@/lib/format/time";

/** Why there is no number, or no newer one, as sentences that say what to do. */
export function whyNoFollowers({ reason, detail, asked_at }: AccountFollowers): string {
  if (asked_at === null) return "Not asked yet: followers come with the next refresh.";
  if (reason === "error") {
    return `The last reading failed; the next refresh asks again. ${detail ?? ""}`.trim();
  }
  if (reason === "scope_missing") {
    const said = detail ?? "The platform was not allowed to tell it.";
    return said.includes("Connect") ? said : `${said} Connect the account again to allow it.`;
  }
  return detail ?? "The platform does not tell it.";
}

/** Where a number is from, for its tip. */
export function followersTip(told: AccountFollowers, zone: string): string {
  const { followers, is_rounded, is_simulated, measured_at, reason } = told;
  if (followers === null || measured_at === null) return whyNoFollowers(told);
  const parts = [
    `${exactCount(followers)}, measured ${exactMoment(measured_at, zone)}`,
    is_rounded && ", rounded by the platform to three figures",
    is_simulated && ", simulated",
    ".",
    reason && ` Nothing newer: ${whyNoFollowers(told)}`,
  ];
  return parts.filter(Boolean).join("");
}

/** "+1,204 since 22 Oct"; null where nothing was counted before. */
export function followersChange(
  { followers, before, before_at, is_rounded, before_is_rounded }: AccountFollowers,
  zone: string,
): string | null {
  if (followers === null || before === null || before_at === null) return null;
  const gained = (BigInt(followers) - BigInt(before)).toString();
  const about = is_rounded || before_is_rounded ? "about " : "";
  return `${about}${signed(gained, exactCount)} since ${calendarDay(before_at, zone)}`;
}
