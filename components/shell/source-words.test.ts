import { describe, expect, it } from "vitest";
import { freshnessSummary, sourceName } from "@/components/shell/source-words";
import type { SourceFreshness } from "@/lib/dashboard/freshness";

type State = SourceFreshness["state"];

function source(state: State, kind: SourceFreshness["kind"] = "accounts"): SourceFreshness {
  return {
    source: kind === "accounts" ? "youtube" : "apify",
    kind,
    accounts: 1,
    measured_at: null,
    interval_hours: 6,
    state,
    reason: "",
    is_simulated: false,
  };
}
const of = (...states: State[]) => freshnessSummary(states.map((state) => source(state)));

describe("the line about the sources", () => {
  it.each([
    [["fresh"], "fresh", "1 source up to date"],
    [["fresh", "due"], "ageing", "2 sources up to date"],
    [["fresh", "fresh", "stale", "cut_off"], "cut", "2 sources fresh, 2 need you"],
    [["stale"], "stale", "1 needs you"],
    // The first run of an account starts by itself.
    [["never", "fresh"], "stale", "2 sources up to date"],
  ] satisfies [State[], string, string][])("of %j", (states, level, words) => {
    expect(of(...states)).toEqual({ level, words });
  });

  it("counts an ingest that never ran among what needs somebody", () => {
    expect(freshnessSummary([source("never", "ingest")]).words).toBe("1 needs you");
  });
});

it("names sources as people do", () => {
  expect(["tiktok", "apify", "links"].map(sourceName)).toEqual([
    "TikTok",
    "Reels by Apify",
    "Links of jobs",
  ]);
});
