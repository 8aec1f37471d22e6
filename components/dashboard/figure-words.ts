import type { Figure, Totals } from "@/lib/dashboard/totals";
import { counted, exactCount } from "@/lib/format/count";
import { PLATFORM_NAMES } from "@/lib/platforms/platform";

export const FIGURE_NAMES: Record<Figure["key"], string> = {
  views_gained: "Views gained",
  engagements_gained: "Engagement gained",
  posts: "Posts published",
  followers: "Followers",
};

/** Why there is no number, as a sentence. */
export function whyNone({ key, reason }: Figure): string {
  if (reason === "yet_to_come") return "These days are yet to come.";
  if (reason === "no_accounts") return "No account is connected: nobody tells followers.";
  switch (key) {
    case "views_gained":
      return "No gain of views was measured in these days: unknown, not 0.";
    case "engagements_gained":
      return "No gain of likes, comments, shares or saves was measured in these days: unknown, not 0.";
    case "followers":
      return "No connected account told its followers by then.";
    case "posts":
      return "Nothing was collected in these days: unknown, not 0.";
  }
}

/** Why it is not held against the other days; null when it is, or when nobody asked. */
export function whyNotCompared({ reason }: Pick<Figure, "reason">): string | null {
  switch (reason) {
    case null:
    case "not_asked":
      return null;
    case "redefined":
      return "redefined meanwhile, not compared";
    case "not_measured_before":
      return "nothing was collected then";
    case "still_running":
      return "no whole day measured yet";
    case "measured_less_before":
      return "only part of it was collected then";
    case "measured_less_now":
      return "fewer days measured now, not compared";
    case "not_measured":
      return "not measured";
    case "no_accounts":
      return "no account is connected";
    case "yet_to_come":
      return "yet to come";
  }
}

/** What a sum of gains lacks, as sentences; null when it is whole. */
export function whatIsMissing({ platforms, whole_days }: Totals): string | null {
  const said = platforms.flatMap(({ platform, value, measured_days, absent }) => {
    const name = PLATFORM_NAMES[platform];
    if (value === null) {
      if (absent !== "not_measured" && absent !== null) return [];
      return `Nothing of ${name} was measured in these days.`;
    }
    if (measured_days >= whole_days) return [];
    return `${name} was measured on ${exactCount(measured_days)} of ${counted(whole_days, "whole day")}.`;
  });
  return said.length === 0 ? null : said.join(" ");
}

/** "4 of 5 platforms", "5 platforms": which of those that are followed tell views. */
export function coverage({ platforms }: Totals): string {
  const telling = platforms.filter(({ value }) => value !== null).length;
  if (telling === platforms.length) return counted(telling, "platform");
  return `${telling} of ${counted(platforms.length, "platform")}`;
}
