import { METRICS, type Metric } from "./metric.ts";
import { definitionAt, METRIC_DEFINITIONS } from "./metric-definitions.ts";
import type { PlatformId } from "./platform.ts";
import { WHY_NOT } from "./why-not-offered.ts";

/** What one way of reading a platform says of a metric: what it means, or why it is not there. */
export type Offer = { metric: Metric; meaning: string } | { metric: Metric; absent: string };

export type Reading = {
  name: string;
  /** Needs a connected account. */
  own: boolean;
  offers: Offer[];
};

type Way = {
  name: string;
  own: boolean;
  /** A number comes from the first of them that has it. */
  sources: string[];
};

const WAYS: Record<PlatformId, Way[]> = {
  youtube: [
    { name: "Connected channel", own: true, sources: ["youtube_data", "youtube_analytics"] },
    { name: "Without an account", own: false, sources: ["youtube_data"] },
  ],
  tiktok: [
    { name: "Connected account", own: true, sources: ["tiktok_display"] },
    { name: "Without an account", own: false, sources: ["apify_tiktok"] },
  ],
  instagram: [
    { name: "Connected account", own: true, sources: ["instagram_graph"] },
    { name: "Without an account", own: false, sources: ["apify_instagram"] },
  ],
  facebook: [{ name: "Connected Page", own: true, sources: ["facebook_graph"] }],
  linkedin: [
    { name: "Connected Page", own: true, sources: ["linkedin_org"] },
    { name: "Connected member", own: true, sources: ["linkedin_member"] },
  ],
};

/** The nine metrics as each way of reading a platform has them at a moment. */
export function readingsOf(platform: PlatformId, atMs: number): Reading[] {
  return WAYS[platform].map(({ name, own, sources }) => ({
    name,
    own,
    offers: METRICS.map((metric) => offerOf(metric, sources, atMs)),
  }));
}

/** Metrics that only a connected account brings. */
export function addedByAccount(platform: PlatformId, atMs: number): Metric[] {
  const readings = readingsOf(platform, atMs);
  const has = (own: boolean, metric: Metric) =>
    readings.some(
      (reading) =>
        reading.own === own &&
        reading.offers.some((offer) => offer.metric === metric && "meaning" in offer),
    );
  return METRICS.filter((metric) => has(true, metric) && !has(false, metric));
}

function offerOf(metric: Metric, sources: string[], atMs: number): Offer {
  for (const source of sources) {
    const id = definitionAt(source, atMs);
    const meaning = METRIC_DEFINITIONS.find((each) => each.id === id)?.meanings[metric];
    if (meaning !== undefined) return { metric, meaning };
  }
  const [first = ""] = sources;
  return { metric, absent: WHY_NOT[first]?.[metric] ?? "" };
}
