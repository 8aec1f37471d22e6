import { describe, expect, it } from "vitest";
import { METRICS } from "./metric.ts";
import { METRIC_DEFINITIONS } from "./metric-definitions.ts";
import { addedByAccount, readingsOf } from "./offered.ts";
import { PLATFORM_IDS } from "./platform.ts";
import { WHY_NOT } from "./why-not-offered.ts";

const NOW_MS = Date.parse("2026-11-21T00:00:00Z");

describe.each(METRIC_DEFINITIONS)("$id", ({ source, meanings }) => {
  it.each(METRICS)("either means something by %s, or says why it has none", (metric) => {
    const reason = WHY_NOT[source]?.[metric];
    expect(meanings[metric] === undefined).toBe(reason !== undefined);
    expect(reason ?? meanings[metric]).toMatch(/\.$/);
  });
});

it("has every metric once in each reading of each platform, and a word for each", () => {
  for (const reading of PLATFORM_IDS.flatMap((platform) => readingsOf(platform, NOW_MS))) {
    expect(reading.offers.map(({ metric }) => metric)).toEqual([...METRICS]);
    for (const offer of reading.offers) {
      expect("meaning" in offer ? offer.meaning : offer.absent).not.toBe("");
    }
  }
});

it("means by a count what the definition in force means", () => {
  const [channel] = readingsOf("youtube", Date.parse("2026-01-01T00:00:00Z"));
  const [later] = readingsOf("youtube", NOW_MS);
  const views = (reading = channel) => reading?.offers.find(({ metric }) => metric === "views");
  expect(views()).toMatchObject({ meaning: expect.stringContaining("judged to be meant") });
  expect(views(later)).toMatchObject({ meaning: expect.stringContaining("Every format") });
});

it("knows what a connected account adds", () => {
  expect(addedByAccount("youtube", NOW_MS)).toEqual(["shares"]);
  expect(addedByAccount("tiktok", NOW_MS)).toEqual([]);
  expect(addedByAccount("instagram", NOW_MS)).toEqual(["impressions", "reach", "saves"]);
  expect(addedByAccount("linkedin", NOW_MS)).toContain("clicks");
});
