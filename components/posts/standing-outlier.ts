import { absenceSentence } from "@/components/metrics/absence";
import { alikeNoun, othersWords, tooFewWords } from "@/components/posts/age-words";
import { exactCount } from "@/lib/format/count";
import { ratioOf } from "@/lib/format/rate";
import type { AgeCurve, Post } from "@/lib/posts/read-post";
import type { Standing } from "@/lib/reels/queries";
import { cohortNoun, markText } from "@/lib/reels/words";

/** From here on a post is called an outlier, as in the cohorts of short videos. */
const OUTLIER = 3;
const GAP = "\u202f";

/** Views over a median of others. */
export type Outlier = {
  factor: number;
  isOutlier: boolean;
  /** "at 7 d, against 31 posts". */
  against: string;
  /** Whose median it is, in full. */
  basis: string;
  /** "95 % interval 3.1 – 4.8"; null for a median of any age. */
  interval: string | null;
};

/** How far a post stands from its like: as its cohort says, else at the oldest age it was measured at. */
export function outlierOf(standing: Standing | null, curve: AgeCurve | null): Outlier | null {
  return (standing && fromStanding(standing)) ?? (curve && fromCurve(curve));
}

function fromStanding({ reel, cohort }: Standing): Outlier | null {
  const { outlier_factor: factor, baseline, is_outlier } = reel;
  if (factor === null || baseline === null) return null;
  const isOutlier = is_outlier === true;
  if (baseline.of === "author") {
    const { hours, n, own_views, low, high, confidence } = baseline;
    return {
      factor,
      isOutlier,
      against: `at ${markText(hours)}, against ${exactCount(n)} posts`,
      basis: `${exactCount(own_views)} views at that age, over the median of the author’s ${exactCount(n)} other short videos of 90 days`,
      interval: intervalText(own_views, { low, high, confidence }),
    };
  }
  const noun = cohortNoun(reel.platform);
  return {
    factor,
    isOutlier,
    against: `against the median of ${exactCount(baseline.n)} ${noun}`,
    basis: `Views over the median of ${exactCount(baseline.n)} ${noun} of ${cohort.days} days, whatever their age: too few posts of the author were measured at its age`,
    interval: null,
  };
}

function fromCurve(curve: AgeCurve): Outlier | null {
  // The oldest age alone: no younger one speaks for it.
  const age = curve.ages.findLast(({ views }) => views !== null);
  if (!age || age.views === null) return null;
  const of = age.author.n >= curve.fewest ? "author" : "alike";
  const { n, factor, low, high, confidence } = age[of];
  if (factor === null) return null;
  return {
    factor,
    isOutlier: factor >= OUTLIER,
    against: `at ${markText(age.hours)}, against ${exactCount(n)} ${of === "author" ? "posts" : alikeNoun(curve)}`,
    basis: `${exactCount(age.views)} views at that age, over the median of ${othersWords(of, [n], curve, curve.author)} published in a year`,
    interval: intervalText(age.views, { low, high, confidence }),
  };
}

/** Why there is no factor. */
export function whyNoOutlier(post: Post, curve: AgeCurve | null): string {
  if (post.measured_at === null || curve === null) return "This post was not measured yet.";
  if (post.published_at === null)
    return "The platform did not say when it was published, so its age is not known.";
  if (post.views === null) return absenceSentence("views", post.absent?.views, post.platform);
  const age = curve.ages.findLast(({ views }) => views !== null);
  if (!age) return NOT_AT_AN_AGE;
  const beside = age.author.n >= curve.fewest ? age.author : age.alike;
  if (beside.n >= curve.fewest) return "The median it would be compared with is 0 views.";
  return tooFewWords(age, curve);
}

export const NOT_AT_AN_AGE =
  "No measurement lies close enough to one of the ages at which posts are compared: 1 h, 3 h, 6 h, 12 h, 24 h, 48 h, 7 d, 14 d and 30 d.";

type Interval = { low: string | null; high: string | null; confidence: number };

function intervalText(views: string, { low, high, confidence }: Interval) {
  if (low === null || high === null) return null;
  const [least, most] = [ratioOf(views, high), ratioOf(views, low)];
  if (least === null) return null;
  const sure = `${Math.floor(confidence * 100)}${GAP}% interval`;
  if (most === null) return `${sure} from ${least.toFixed(1)}`;
  return `${sure} ${least.toFixed(1)} – ${most.toFixed(1)}`;
}
