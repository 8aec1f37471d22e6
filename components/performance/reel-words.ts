import { exactCount } from "@/lib/format/count";
import { PLATFORM_NAMES } from "@/lib/platforms/platform";
import { askedFilter } from "@/lib/reels/queries";
import type { Reel, ReelAnswer } from "@/lib/reels/reel";
import type { ReelFilter } from "@/lib/reels/schema";

export const SORT_NAMES: Record<ReelFilter["sort"], string> = {
  score: "Score",
  views: "Views",
  velocity: "Views per hour",
  er: "Engagement rate",
  outlier: "Outlier factor",
  published: "Published",
  author: "Author",
  platform: "Platform",
};

/** The title, else the caption on one line. */
export function titleOf({ title, caption }: Pick<Reel, "title" | "caption">): string {
  return title?.trim() || caption?.replace(/\s+/g, " ").trim() || "Reel without a title";
}

/** "40 min", "92 h", "12 d": how old a reel was when it was measured. */
export function ageText(hours: number): string {
  if (hours < 1) return `${Math.max(1, Math.round(hours * 60))} min`;
  if (hours < 168) return `${Math.floor(hours)} h`;
  return `${Math.floor(hours / 24)} d`;
}

/** "384", "0.42": whole from ten on, so that slow ones can be told apart as well. */
export function perHourText(value: number): string {
  if (Math.abs(value) >= 10) return exactCount(Math.round(value));
  return `${value < 0 ? "−" : ""}${Math.abs(value).toFixed(value === 0 ? 0 : 2)}`;
}

type Narrowing = "platform" | "author" | "hashtag" | "min_views" | "outliers_only" | "search";
type Chip = { name: Narrowing; text: string };

/** Each filter that is set, in words, with its name. */
export function filterChips(query: ReelFilter): Chip[] {
  const { platform, author, hashtag, min_views, outliers_only, search } = askedFilter(query);
  const chip = (name: Narrowing, text: string | undefined | false | "") =>
    text ? { name, text } : null;
  return [
    chip("platform", platform && PLATFORM_NAMES[platform]),
    chip("author", author),
    chip("hashtag", hashtag && `#${hashtag}`),
    chip("min_views", min_views ? `Views from ${exactCount(min_views)}` : undefined),
    chip("outliers_only", outliers_only && "Outliers only"),
    chip("search", search && `“${search}”`),
  ].filter((each) => each !== null);
}

/** What the scatter shows, as a finding. */
export function scatterTitle({ cohort, summary }: ReelAnswer): string {
  const { ranked, in_zone, breakouts } = summary;
  if (ranked === 0) return tooFewWords(cohort);
  const found = `${breakouts === 0 ? "None" : exactCount(breakouts)} of ${reels(ranked)} broke out`;
  if (in_zone === breakouts) return found;
  return `${found}, ${exactCount(in_zone)} ${in_zone === 1 ? "is" : "are"} high on both scales`;
}

/** Why nothing is ranked: "12 reels: too few to rank, 20 are needed". */
export function tooFewWords({ parts, smallest }: ReelAnswer["cohort"]): string {
  const [largest] = parts;
  if (!largest) return "No reels to rank";
  if (largest.n >= smallest) {
    return `${reels(largest.engagement_n)} with a whole engagement rate: too few to rank, ${smallest} are needed`;
  }
  const many = `${reels(largest.n)}: too few to rank, ${smallest} are needed`;
  return parts.length === 1 ? many : `The largest group has ${many}`;
}

function reels(count: number) {
  return `${exactCount(count)} ${count === 1 ? "reel" : "reels"}`;
}
