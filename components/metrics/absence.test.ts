import { describe, expect, it } from "vitest";
import { absenceSentence, countedWithout } from "@/components/metrics/absence";
import { ABSENCES } from "@/lib/platforms/metric";

describe("absenceSentence", () => {
  it.each([
    ["shares", "not_offered", "YouTube does not offer shares for this post."],
    ["likes", "hidden", "The author hides likes."],
    ["comments", "hidden", "The author hides comments or has turned them off."],
    ["video_views", undefined, "YouTube gave no video views."],
  ] as const)("%s, %s: %s", (metric, absence, sentence) => {
    expect(absenceSentence(metric, absence, "youtube")).toBe(sentence);
  });

  it("has a sentence of its own for every reason", () => {
    const sentences = ABSENCES.map((absence) => absenceSentence("views", absence, "tiktok"));
    expect(new Set(sentences).size).toBe(ABSENCES.length);
  });
});

const JOB = ["likes", "comments"] as const;

describe("countedWithout", () => {
  it("says nothing when both numerators are there, a zero included", () => {
    expect(countedWithout({ likes: "0", comments: "7" }, {}, "youtube", JOB)).toBeNull();
  });

  it("names what the rate lacks and why", () => {
    const counts = { likes: null, comments: "7" };
    expect(countedWithout(counts, { likes: "hidden" }, "instagram", JOB)).toBe(
      "Counted without likes. The author hides likes.",
    );
  });
});
