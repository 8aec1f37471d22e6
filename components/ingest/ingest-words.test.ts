import { describe, expect, it } from "vitest";
import { ingestLevel } from "@/components/ingest/ingest-level";
import { dollars, sumWords, whyWords } from "@/components/ingest/ingest-words";
import { itemSegments } from "@/components/ingest/items-bar";

const reader = {
  zone: "Europe/Berlin",
  now: new Date("2026-11-21T13:00:00Z"),
  email: "ada@example.test",
};

describe("whyWords", () => {
  const slot = "2026-11-21T06:00:00+00:00";
  it.each([
    [{ trigger: "schedule" as const, requested_by: null }, "On schedule, for 07:00"],
    [{ trigger: "test" as const, requested_by: "ada@example.test" }, "Test run by you"],
    [
      { trigger: "manual" as const, requested_by: "bob@example.test" },
      "Asked for by bob@example.test",
    ],
    [{ trigger: "manual" as const, requested_by: null }, "Asked for by someone who has left"],
  ])("%j → %s", (run, words) => {
    expect(whyWords({ slot, ...run }, reader)).toBe(words);
  });
});

describe("dollars", () => {
  it.each([
    ["0.4611", "$0.46"],
    ["0.0023", "$0.0023"],
    ["0", "$0.00"],
    ["1234.5", "$1,234.50"],
  ])("%s → %s", (amount, words) => {
    expect(dollars(amount)).toBe(words);
  });
});

describe("what became of a run's items", () => {
  const run = { items: 200, read: 120, ingested: 110, duplicates: 1, quarantined: 9 };

  it("is drawn in parts that add up to all of them", () => {
    const counts = itemSegments(run).map(({ count }) => count);
    expect(counts).toEqual([110, 1, 9, 80]);
  });

  it("leaves nothing to read where the number of items is not known", () => {
    expect(itemSegments({ ...run, items: null }).at(-1)?.count).toBe(0);
  });

  it("is told in words without what is 0", () => {
    expect(sumWords(run)).toBe("110 ingested, 1 duplicate, 9 set aside");
    expect(sumWords({ ingested: 0, duplicates: 0, quarantined: 0 })).toBe("0 ingested");
  });
});

describe("ingestLevel", () => {
  it.each([
    ["2026-11-21T07:00:00Z", "fresh"],
    ["2026-11-21T06:00:00Z", "ageing"],
    ["2026-11-20T23:00:00Z", "stale"],
  ])("of %s is %s", (at, level) => {
    expect(ingestLevel(at, reader.now)).toBe(level);
  });
});
