import { describe, expect, it } from "vitest";
import { outlierOf, whyNoOutlier } from "@/components/posts/standing-outlier";
import type { AgeCurve, Beside, Post } from "@/lib/posts/read-post";
import type { Standing } from "@/lib/reels/queries";

const NONE = {
  n: 0,
  median: null,
  low: null,
  high: null,
  factor: null,
  percentile: null,
  confidence: 0.95,
};
const MANY = {
  n: 31,
  median: "100",
  low: "80",
  high: "125",
  factor: 3.9,
  percentile: 94,
  confidence: 0.95,
};

/** hours, views, beside the author's, beside all alike. */
function curveOf(...ages: [number, string | null, Beside, Beside][]): AgeCurve {
  return {
    definition: "d",
    platform: "instagram",
    media_kind: "image",
    author: "@a",
    fewest: 5,
    ages: ages.map(([hours, views, author, alike]) => ({
      hours,
      views,
      is_interpolated: false,
      author,
      alike,
    })),
  };
}
function standingOf(reel: object): Standing {
  return {
    reel: { platform: "tiktok", is_outlier: true, ...reel },
    cohort: { days: 30 },
  } as unknown as Standing;
}

describe("outlierOf", () => {
  it("is what the cohort says: against the author's median, with its interval", () => {
    const baseline = {
      of: "author",
      hours: 168,
      own_views: "390",
      views: 100,
      low: "80",
      high: "125",
      n: 31,
      confidence: 0.95,
    };
    expect(outlierOf(standingOf({ outlier_factor: 3.9, baseline }), null)).toEqual({
      factor: 3.9,
      isOutlier: true,
      against: "at 7\u202fd, against 31 posts",
      basis:
        "390 views at that age, over the median of the author’s 31 other short videos of 90 days",
      interval: "95\u202f% interval 3.1 – 4.9",
    });
  });

  it("is against the platform's median where the author has too few, and says so", () => {
    const baseline = { of: "platform", views: 100, n: 640 };
    expect(
      outlierOf(standingOf({ outlier_factor: 2.1, is_outlier: false, baseline }), null),
    ).toMatchObject({
      factor: 2.1,
      isOutlier: false,
      against: "against the median of 640 TikTok videos",
      interval: null,
    });
  });

  it("is of the oldest measured age for all that is in no cohort", () => {
    const curve = curveOf(
      [24, "390", MANY, MANY],
      [48, "500", { ...MANY, n: 9 }, MANY],
      [168, null, MANY, MANY],
    );
    expect(outlierOf(null, curve)).toMatchObject({
      isOutlier: true,
      against: "at 48\u202fh, against 9 posts",
    });
  });

  it("lets no younger age speak for one with too few", () => {
    const curve = curveOf(
      [24, "390", MANY, MANY],
      [48, "500", { ...NONE, n: 4 }, { ...MANY, n: 40, factor: 1.2 }],
    );
    expect(outlierOf(null, curve)).toMatchObject({
      factor: 1.2,
      isOutlier: false,
      against: "at 48\u202fh, against 40 Instagram images",
    });
  });

  it("is surer of nothing than its interval: five others give 93 %, and a low of 0 no upper end", () => {
    const five = { ...MANY, n: 5, confidence: 0.9375, low: "0" };
    expect(outlierOf(null, curveOf([24, "390", five, NONE]))?.interval).toBe(
      "93\u202f% interval from 3.1",
    );
  });

  it("is none without a cohort, a curve or a median", () => {
    expect(outlierOf(null, null)).toBeNull();
    expect(outlierOf(standingOf({ outlier_factor: null, baseline: null }), null)).toBeNull();
    expect(outlierOf(null, curveOf([24, "390", NONE, NONE]))).toBeNull();
  });
});

describe("why there is no factor", () => {
  const post = (given: object) =>
    ({
      platform: "instagram",
      measured_at: "x",
      published_at: "x",
      views: "1",
      absent: {},
      ...given,
    }) as unknown as Post;
  it.each([
    [{ measured_at: null }, null, "This post was not measured yet."],
    [{ published_at: null }, curveOf(), /did not say when it was published/],
    [
      { views: null, absent: { views: "not_offered" } },
      curveOf(),
      "Instagram does not offer views for this post.",
    ],
    [{}, curveOf([24, null, MANY, MANY]), /^No measurement lies close enough/],
    [
      {},
      curveOf([24, "5", { ...MANY, factor: null }, MANY]),
      "The median it would be compared with is 0 views.",
    ],
    [
      {},
      curveOf([24, "5", { ...NONE, n: 4 }, { ...NONE, n: 4 }]),
      /^4 other posts by this author and 4 other Instagram images .* 5 are needed\.$/,
    ],
  ])("%j: %#", (given, curve, reason) => {
    expect(whyNoOutlier(post(given), curve)).toMatch(reason);
  });
});
