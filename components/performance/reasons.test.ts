import { describe, expect, it } from "vitest";
import { basisWords, reasonsOf } from "@/components/performance/reasons";
import { whyNoFactor, whyUnranked } from "@/components/performance/unranked";
import { type Reel, reel } from "@/lib/reels/reel";
import { factorText, factorWords } from "@/lib/reels/words";

const GAP = "\u202f";

/** An ordinary reel of a large cohort, but for what is given. */
function made(given: Partial<Reel> = {}): Reel {
  return reel.parse({
    post_id: 1,
    reel_id: "r1",
    reel_url: "https://example.test/r1",
    platform: "instagram",
    author: "@harbor",
    title: "Kimchi on day 1, 3 and 9",
    caption: null,
    thumbnail_url: null,
    media_kind: "reel",
    duration_seconds: null,
    publish_time: "2026-11-17T12:00:00Z",
    latest_scraped_at: "2026-11-21T08:32:00Z",
    views: "35302",
    likes: "2500",
    comments: "300",
    shares_or_saves: null,
    absent: {},
    source: "apify_instagram",
    source_name: "Apify, public page",
    definition: "apify_instagram.v1",
    is_simulated: false,
    hours_since_publish: 92.53,
    views_per_hour: 383.6,
    engagement_rate: 0.1491,
    is_whole: true,
    views_percentile: 50,
    views_per_hour_percentile: 50,
    engagement_rate_percentile: 50,
    performance_score: 50,
    n: 412,
    engagement_n: 410,
    outlier_factor: 1,
    is_outlier: false,
    is_iqr_outlier: false,
    baseline: { of: "platform", views: 35302, n: 412 },
    velocity: null,
    status: "usual",
    ...given,
  });
}

const AUTHOR = {
  of: "author",
  hours: 24,
  own_views: "5200",
  views: 1000,
  low: "743",
  high: "1677",
  n: 31,
  confidence: 0.95,
} as const;

describe("reasonsOf", () => {
  it("has none for what does not stand out", () => {
    expect(reasonsOf(made())).toEqual([]);
  });

  it("tells engagement and velocity by their place and their number", () => {
    const reasons = reasonsOf(
      made({ engagement_rate_percentile: 99.51, views_per_hour_percentile: 98.05 }),
    );
    expect(reasons).toEqual([
      `Top 1${GAP}% in engagement (14.91${GAP}%)`,
      `Top 2${GAP}% in velocity (384 views/h)`,
    ]);
  });

  it("begins at the edges of the breakout zone", () => {
    const at = (engagement: number, velocity: number) =>
      reasonsOf(
        made({ engagement_rate_percentile: engagement, views_per_hour_percentile: velocity }),
      ).length;
    expect(at(70, 80)).toBe(2);
    expect(at(69.99, 79.99)).toBe(0);
  });

  it("calls nobody the top 1 % of twenty", () => {
    const [reason] = reasonsOf(made({ engagement_rate_percentile: 100, engagement_n: 20 }));
    expect(reason).toBe(`Top 5${GAP}% in engagement (14.91${GAP}%)`);
  });

  it("says that views lie above the upper fence", () => {
    expect(reasonsOf(made({ is_iqr_outlier: true }))).toEqual([
      "Views far outside the usual spread",
    ]);
  });

  it("says what a rate was counted without, and why", () => {
    const hidden = made({
      is_whole: false,
      likes: null,
      absent: { likes: "hidden" },
      engagement_rate_percentile: null,
      performance_score: null,
    });
    expect(reasonsOf(hidden)).toEqual(["Counted without likes. The author hides likes."]);
    expect(whyUnranked(hidden, 20, "score")).toBe(
      "The engagement rate is a lower bound, so it is not ranked. Counted without likes. The author hides likes.",
    );
  });
});

describe("factorWords", () => {
  it("tells an author's baseline with its age, size and interval", () => {
    const outlier = made({ outlier_factor: 5.2, is_outlier: true, baseline: AUTHOR });
    expect(factorWords(outlier)).toBe(
      `5.2× the author’s median at 24${GAP}h, 31 posts (95${GAP}% interval 3.1 – 7.0×)`,
    );
    expect(reasonsOf(outlier)).toEqual([factorWords(outlier)]);
  });

  it("leaves an interval open whose lower end is 0 views", () => {
    const baseline = { ...AUTHOR, hours: 168, low: "0", n: 5, confidence: 0.9375 };
    expect(factorWords(made({ outlier_factor: 5.2, baseline }))).toBe(
      `5.2× the author’s median at 7${GAP}d, 5 posts (93${GAP}% interval from 3.1×)`,
    );
  });

  it("tells the median of those it is compared with, and no platform's at large, without guessing how many posts the author has", () => {
    const outlier = made({ outlier_factor: 6.61 });
    expect(factorWords(outlier)).toBe("6.6× the median of 412 Instagram reels of any age");
    expect(basisWords(outlier)).toBe(
      "The median of the 412 Instagram reels of this cohort, whatever their age: 35,302. Against the author it takes 5 other posts measured at the same age.",
    );
    expect(basisWords(made({ author: null }))).toContain("The author is not known.");
  });

  it("has nothing to say without a factor", () => {
    expect(factorWords(made({ outlier_factor: null, baseline: null }))).toBeNull();
    expect(basisWords(made({ outlier_factor: null, baseline: null }))).toBeNull();
  });

  it("rounds a small factor to no zero, and writes a large one whole", () => {
    expect([0.02, 0.05, 3, 3510.8].map(factorText)).toEqual(["<0.1×", "0.1×", "3.0×", "3,511×"]);
  });
});

describe("whyUnranked", () => {
  const few = { n: 12, engagement_n: 12, performance_score: null };

  it("names how few there are and how many are needed", () => {
    expect(whyUnranked(made(few), 20, "views")).toBe(
      "12 reels of Instagram can be compared with each other: too few to rank, 20 are needed.",
    );
  });

  it("counts whole engagement rates on their own", () => {
    const reels = made({ engagement_n: 19 });
    expect(whyUnranked(reels, 20, "engagement")).toContain("19 reels of Instagram have a whole");
  });

  it("says why there is no factor", () => {
    expect(whyNoFactor(made(few), 20)).toContain("only 12 reels of Instagram");
    expect(whyNoFactor(made(), 20)).toBe("The median it would be compared with is 0 views.");
  });
});
