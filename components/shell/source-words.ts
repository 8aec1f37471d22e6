import type { SourceFreshness } from "@/lib/dashboard/freshness";
import { PLATFORM_IDS, PLATFORM_NAMES } from "@/lib/platforms/platform";

export const SOURCE_LEVELS = {
  fresh: "fresh",
  due: "ageing",
  stale: "stale",
  cut_off: "cut",
  never: "stale",
} as const;

const WORST_FIRST: SourceFreshness["state"][] = ["cut_off", "stale", "never", "due", "fresh"];

/** What has to be looked at: everything else goes on by itself. */
function needsSomebody({ state, kind }: SourceFreshness) {
  return state === "cut_off" || state === "stale" || (state === "never" && kind !== "accounts");
}

/** "3 sources fresh, 2 need you", and the mark of the worst of them. */
export function freshnessSummary(sources: SourceFreshness[]) {
  const needing = sources.filter(needsSomebody).length;
  const going = sources.length - needing;
  const noun = going === 1 ? "source" : "sources";
  const fine = `${going} ${noun} ${needing === 0 ? "up to date" : "fresh"}`;
  const needs = `${needing} ${needing === 1 ? "needs" : "need"} you`;
  const worst = WORST_FIRST.find((state) => sources.some((source) => source.state === state));
  return {
    level: SOURCE_LEVELS[worst ?? "fresh"],
    words: needing === 0 ? fine : going === 0 ? needs : `${fine}, ${needs}`,
  };
}

export function sourceName(source: string) {
  const platform = PLATFORM_IDS.find((id) => id === source);
  if (platform) return PLATFORM_NAMES[platform];
  return source === "apify" ? "Reels by Apify" : "Links of jobs";
}

/** Where a source is looked after. */
export const SOURCE_PLACES = {
  accounts: "/accounts",
  ingest: "/settings/ingest",
  jobs: "/jobs",
} satisfies Record<SourceFreshness["kind"], string>;
