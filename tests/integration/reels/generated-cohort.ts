import { hoursFromNow, type NewReel, type Snapshot } from "../../support/reels.ts";
import { type Seeded, seeded } from "../../support/seeded.ts";
import type { Fact } from "./reference.ts";

export type Generated = { reels: NewReel[]; facts: Fact[] };

const PARTS = [
  { platform: "instagram", definition: "apify_instagram.v1" },
  { platform: "tiktok", definition: "apify_tiktok.v1" },
  { platform: "youtube", definition: "youtube_data.2025-03-31" },
  { platform: "youtube", definition: "youtube_data.2026-08-27" },
] as const;
const NINETY_DAYS_US = 90 * 86_400_000_000;

/** `n` short videos of several parts: `spread` out, with many ties, or with huge counts. */
export function generateCohort(seed: number, n: number, kind: string): Generated {
  const random = seeded(seed);
  const now = hoursFromNow(-0.5);
  const reels: NewReel[] = [];
  const facts: Fact[] = [];
  for (let index = 0; index < n; index += 1) {
    const { platform, definition } = random.pick(PARTS);
    const simulated = random.chance(0.2);
    const age = BigInt(kind === "tied" ? random.whole(1, 5) * 3_600_000_000 : anyAge(random));
    const counts = countsOf(random, kind);
    const external_id = `r${index}`;
    // Published a little after the window's beginning at the earliest.
    const published = now - age;
    const snapshot: Snapshot = { at: now, definition, simulated, ...counts };
    reels.push({
      external_id,
      platform,
      kind: platform === "tiktok" ? "video" : "reel",
      published,
      snapshots: [snapshot],
    });
    if (counts.views === null) continue;
    const { views, likes, comments, shares, saves } = counts;
    const part = `${definition} ${simulated}`;
    facts.push({
      id: external_id,
      part,
      age,
      views,
      likes,
      comments,
      sharesOrSaves: saves ?? shares,
    });
  }
  return { reels, facts };
}

function anyAge(random: Seeded) {
  const scale = random.pick([90_000_000, 3_600_000_000, 86_400_000_000, NINETY_DAYS_US - 1]);
  return random.whole(1, scale);
}

function countsOf(random: Seeded, kind: string) {
  const most = kind === "huge" ? 9_000_000_000_000_000 : kind === "tied" ? 4 : 2_000_000;
  const views = random.chance(0.05) ? null : random.chance(0.1) ? 0 : random.whole(0, most);
  const part = (share: number, missing: number) =>
    random.chance(missing) ? null : random.whole(0, Math.ceil((views ?? most) * share));
  return {
    views,
    likes: part(0.2, 0.1),
    comments: part(0.05, 0.05),
    shares: part(0.1, 0.3),
    saves: part(0.1, 0.5),
  };
}
