type Spot = { x: number; y: number };

const STEPS: Record<string, Spot> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** Farther aside than this, an arrow would leap along an edge. */
const WIDEST = 2.5;

/**
 * Where an arrow leads: the nearest place within 45° of its direction, or else within a wider cone.
 * In px, so that it goes where the eye expects; null at the edge.
 */
export function placeTowards<T extends Spot>(
  places: readonly T[],
  from: Spot,
  key: string,
): T | null {
  const step = STEPS[key];
  if (!step) return null;
  let best: T | null = null;
  let least = Infinity;
  for (const place of places) {
    const [right, down] = [place.x - from.x, place.y - from.y];
    const ahead = right * step.x + down * step.y;
    const aside = Math.abs(right * step.y) + Math.abs(down * step.x);
    if (ahead < 0.5 || aside > WIDEST * ahead) continue;
    // Beyond 45° only when there is nothing within.
    const cost = ahead + aside + (aside > ahead ? 1e6 : 0);
    if (cost < least) {
      best = place;
      least = cost;
    }
  }
  return best;
}

/** Where Home, End, Page Up and Page Down lead among places that go from the highest score down. */
export function rankTowards(rank: number, count: number, key: string): number | null {
  const ranks: Record<string, number> = {
    Home: 0,
    End: count - 1,
    PageDown: Math.min(count - 1, rank + 1),
    PageUp: Math.max(0, rank - 1),
  };
  return ranks[key] ?? null;
}
