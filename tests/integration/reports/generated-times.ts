import { seeded } from "../../support/seeded.ts";
import type { TimedPost } from "./plain-times.ts";

const HOUR_MS = 3_600_000;
const KINDS = [
  { platform: "instagram", definition: "apify_instagram.v1", simulated: false },
  { platform: "instagram", definition: "apify_instagram.v1", simulated: true },
  { platform: "tiktok", definition: "apify_tiktok.v1", simulated: false },
  // So few that none of them can be ranked among its like.
  { platform: "youtube", definition: "youtube_data.2026-08-27", simulated: false },
] as const;

/** Posts of some weeks, crowded into few hours, ties among their numbers, and every kind of gap. */
export function generateTimes(seed: number, around: string, hint: string) {
  const { whole, chance, pick } = seeded(seed);
  const firstMs = Date.parse(around) - 10 * 24 * HOUR_MS;
  const favoured = whole(0, 23);
  return Array.from({ length: 220 }, (_, n): TimedPost & { external: string } => {
    const kind = n < 12 ? KINDS[3] : pick(KINDS.slice(0, 3));
    const hour = chance(0.3) ? favoured : pick([0, 1, 2, 3, 12, 23]);
    // Minutes on both sides of each full hour, also of the one that a changing clock has twice or never.
    const minutes = pick([-1, 0, 1, 30, 59]);
    const publishedMs = firstMs + (whole(0, 20) * 24 + hour) * HOUR_MS + minutes * 60_000;
    const views = hour === favoured ? whole(300, 900) : pick([0, 10, 10, 10, 250, whole(1, 600)]);
    return {
      external: `${hint}-${n}`,
      ...kind,
      publishedMs: chance(0.03) ? null : publishedMs,
      dayOld: chance(0.1) ? null : views,
      likes: chance(0.1) ? null : whole(0, 90),
      comments: chance(0.05) ? null : whole(0, 9),
      shares: chance(0.5) ? null : whole(0, 5),
    };
  });
}
