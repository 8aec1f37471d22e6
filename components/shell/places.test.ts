import { describe, expect, it } from "vitest";
import { BAR_PLACES, PLACE_GROUPS, PLACES, placeOf } from "@/components/shell/places";

describe("placeOf", () => {
  it.each([
    ["/", "/"],
    ["/jobs", "/jobs"],
    ["/jobs/2f1c", "/jobs"],
    ["/settings/runs", "/settings"],
    ["/settings/ingest", "/settings/ingest"],
    ["/settings/ingest/12", "/settings/ingest"],
    ["/posts/trends", "/posts"],
    ["/campaigns/12", "/campaigns"],
    ["/link", "/link"],
    ["/hashtags/%E6%97%A5%E6%9C%AC", "/hashtags"],
    ["/postscript", undefined],
    ["/nowhere", undefined],
  ])("marks for %s the place %s alone", (path, place) => {
    expect(placeOf(path)).toBe(place);
  });
});

describe("places", () => {
  it("are each in one group, but for the dashboard, the inbox and the settings", () => {
    const grouped = PLACE_GROUPS.flatMap(({ places }) => places);
    expect([...grouped, "home", "inbox", "settings"].sort()).toEqual(Object.keys(PLACES).sort());
  });

  it("of a phone's bar leave no group empty behind More", () => {
    for (const { label, places } of PLACE_GROUPS) {
      expect(
        places.filter((name) => !BAR_PLACES.includes(name)),
        label,
      ).not.toEqual([]);
    }
  });
});
