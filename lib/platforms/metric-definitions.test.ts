import { describe, expect, it } from "vitest";
import { definitionAt, METRIC_DEFINITIONS } from "./metric-definitions.ts";

describe("definitionAt", () => {
  it.each([
    ["youtube_data", "2026-08-26T23:59:59Z", "youtube_data.2025-03-31"],
    ["youtube_data", "2026-08-27T00:00:00Z", "youtube_data.2026-08-27"],
    ["youtube_data", "2024-01-01T00:00:00Z", "youtube_data.2025-03-31"],
    ["apify_tiktok", "2026-11-01T00:00:00Z", "apify_tiktok.v1"],
    ["apify_instagram", "2026-11-01T00:00:00Z", "apify_instagram.v1"],
  ])("%s at %s is %s", (source, at, id) => {
    expect(definitionAt(source, Date.parse(at))).toBe(id);
  });

  it("is listed oldest first within each source", () => {
    for (const { source } of METRIC_DEFINITIONS) {
      const dates = METRIC_DEFINITIONS.filter((each) => each.source === source).map(
        ({ validFrom }) => validFrom,
      );
      expect(dates).toEqual(dates.toSorted());
    }
  });
});
