/** How a post's views grow: most at once, over months, after a while all of a sudden, or hardly. */
export const CURVES = ["burst", "slow", "viral", "dead"] as const;

export type Curve = (typeof CURVES)[number];

const DAY_SECONDS = 86_400;

/**
 * The share of its final views, from 0 to 1, that a post has at an age. Never falls with age.
 * `turn` in [0, 1) tells posts of one curve apart.
 */
export function grown(curve: Curve, ageSeconds: number, turn: number): number {
  const days = Math.max(0, ageSeconds) / DAY_SECONDS;
  switch (curve) {
    case "burst":
      return saturating(days, 0.8 + 2 * turn);
    case "slow":
      return saturating(days, 60 + 120 * turn);
    case "viral":
      return viral(days, 4 + 40 * turn);
    case "dead":
      return saturating(days, 0.2 + 0.3 * turn);
  }
}

function saturating(days: number, timeConstantDays: number) {
  return 1 - Math.exp(-days / timeConstantDays);
}

// A small start, then a wave around `peakDay`; made to begin at zero.
function viral(days: number, peakDay: number) {
  const wave = (day: number) => 1 / (1 + Math.exp(-(day - peakDay) / (peakDay / 8)));
  return 0.05 * saturating(days, 1) + (0.95 * (wave(days) - wave(0))) / (1 - wave(0));
}
