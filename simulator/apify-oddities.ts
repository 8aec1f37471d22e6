import { randomOf } from "./random.ts";
import type { ReelKey } from "./reel-ids.ts";

/** What is odd about a reel for as long as it lives, and how many are so. */
export const LASTING = {
  likes_hidden: 0.03,
  no_views: 0.015,
  no_caption: 0.02,
  only_old_views: 0.03,
  /** Only of reels that lists below some thousand items never reach: the numbers of a demo stay sober. */
  beyond_2_53: 0.005,
} as const;

/** What goes wrong in one run and may be well in the next. */
export const PASSING = {
  error_item: 0.008,
  no_time: 0.004,
  text_count: 0.003,
  negative_count: 0.003,
  not_an_object: 0.002,
  no_identity: 0.003,
  twice: 0.01,
  twice_with_other_counts: 0.005,
} as const;

export type LastingKind = keyof typeof LASTING;
export type PassingKind = keyof typeof PASSING;
export type OddityKind = LastingKind | PassingKind;

// Safe because the objects above are closed: they have no other keys.
export const LASTING_KINDS = Object.keys(LASTING) as LastingKind[];
// Safe for the same reason.
export const PASSING_KINDS = Object.keys(PASSING) as PassingKind[];

/** All at their usual rates, none, or the usual rates but for some. */
export type Oddities = boolean | Partial<Record<OddityKind, number>>;

const DEEP = 0.9;
const SLOT_MS = 6 * 3_600_000;

export function lastingOf(
  oddities: Oddities,
  { platform, author, hour }: ReelKey,
  prominence: number,
): LastingKind | null {
  const number = randomOf(`lasting:${platform}:${author}:${hour}`)();
  return drawn(LASTING_KINDS, number, (kind) => {
    if (kind === "beyond_2_53" && prominence < DEEP) return given(oddities, kind) ?? 0;
    return given(oddities, kind) ?? LASTING[kind];
  });
}

/** The same for all runs that start within the same six hours. */
export function passingOf(
  oddities: Oddities,
  { platform, author, hour }: ReelKey,
  startedMs: number,
): PassingKind | null {
  const slot = Math.floor(startedMs / SLOT_MS);
  const number = randomOf(`passing:${platform}:${author}:${hour}:${slot}`)();
  return drawn(PASSING_KINDS, number, (kind) => given(oddities, kind) ?? PASSING[kind]);
}

function given(oddities: Oddities, kind: OddityKind): number | undefined {
  if (typeof oddities === "object") return oddities[kind];
  return oddities ? undefined : 0;
}

function drawn<Kind extends string>(kinds: Kind[], number: number, rate: (kind: Kind) => number) {
  let left = number;
  for (const kind of kinds) {
    left -= rate(kind);
    if (left < 0) return kind;
  }
  return null;
}
