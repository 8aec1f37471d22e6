import { describe, expect, it } from "vitest";
import { comparedAges, runSentence, runsOf, tooFewWords } from "@/components/posts/age-words";
import type { AgeCurve } from "@/lib/posts/read-post";

const NOW = new Date("2026-11-21T09:00:00Z");
const DAY_OLD = "2026-11-20T09:00:00Z";

/** hours, how many of the author's, how many alike. */
function curveOf(ages: [number, number, number][], rest: Partial<AgeCurve> = {}): AgeCurve {
  const beside = (n: number) => ({
    n,
    median: n < 5 ? null : "7",
    low: null,
    high: null,
    factor: null,
    percentile: null,
    confidence: 0.95,
  });
  return {
    definition: "d",
    platform: "instagram",
    media_kind: "reel",
    author: "harbor",
    fewest: 5,
    ages: ages.map(([hours, author, alike]) => ({
      hours,
      views: "9",
      is_interpolated: false,
      author: beside(author),
      alike: beside(alike),
    })),
    ...rest,
  };
}
function sentences(curve: AgeCurve) {
  const runs = runsOf(comparedAges(curve, DAY_OLD, NOW).compared);
  return runs.map((run) => [
    run.ages.map(({ hours }) => hours),
    runSentence(run, curve, "@harbor"),
  ]);
}

describe("what an age is compared with", () => {
  it("is the author's others from five on, else all alike, and says which and why", () => {
    expect(
      sentences(
        curveOf([
          [1, 31, 400],
          [3, 28, 400],
          [6, 4, 380],
        ]),
      ),
    ).toEqual([
      [[1, 3], "Compared with 28 – 31 other posts by @harbor."],
      [
        [6],
        "4 other posts by this author: too few, 5 are needed. Compared with 380 Instagram reels of this workspace.",
      ],
    ]);
  });

  it.each([
    [0, "No other post by this author: too few, 5 are needed."],
    [1, "1 other post by this author: too few, 5 are needed."],
  ])("says of %i other posts: %s", (author, why) => {
    expect(sentences(curveOf([[1, author, 9]]))).toEqual([
      [[1], `${why} Compared with 9 Instagram reels of this workspace.`],
    ]);
  });

  it("says that an author is not known", () => {
    const curve = curveOf([[1, 0, 9]], { author: null, media_kind: null, platform: "linkedin" });
    expect(sentences(curve)).toEqual([
      [
        [1],
        "Its author is not known. Compared with 9 LinkedIn posts of unknown kind of this workspace.",
      ],
    ]);
  });

  it("stays with its neighbours where there are too few of all", () => {
    expect(
      sentences(
        curveOf([
          [1, 0, 2],
          [3, 6, 9],
          [6, 1, 1],
        ]),
      ),
    ).toEqual([[[1, 3, 6], "Compared with 6 other posts by @harbor."]]);
    expect(sentences(curveOf([[1, 0, 2]]))).toEqual([[[1], null]]);
  });

  it("is nothing at ages that were not measured, which are named", () => {
    const curve = curveOf([
      [1, 9, 9],
      [6, 9, 9],
    ]);
    const [first, ...rest] = curve.ages;
    if (first) curve.ages = [{ ...first, views: null }, ...rest];
    const { compared, unmeasured } = comparedAges(curve, DAY_OLD, NOW);
    expect([compared.map(({ hours }) => hours), unmeasured]).toEqual([[6], [1]]);
  });

  it("is nothing yet at ages the post has not reached", () => {
    const { compared, unmeasured } = comparedAges(
      curveOf([
        [24, 9, 9],
        [48, 9, 9],
      ]),
      DAY_OLD,
      NOW,
    );
    expect([compared.map(({ hours }) => hours), unmeasured]).toEqual([[24], []]);
  });
});

it.each([
  [
    4,
    2,
    "4 other posts by this author and 2 other Instagram reels were measured around this age: too few, 5 are needed.",
  ],
  [
    0,
    0,
    "No other post by this author and no other Instagram reels were measured around this age: too few, 5 are needed.",
  ],
])("tells what there is of %i and %i", (author, alike, sentence) => {
  const curve = curveOf([[1, author, alike]]);
  const [age] = comparedAges(curve, DAY_OLD, NOW).compared;
  expect(age && tooFewWords(age, curve)).toBe(sentence);
});
