export type Place = { x: number; y: number };

/**
 * The dots that can be told apart: each at least `distance` px from the one drawn before it. What
 * `kept` names is always drawn, and so are the first and the last.
 */
export function tellApart<T extends Place>(
  places: readonly T[],
  distance: number,
  kept: (place: T, index: number) => boolean = () => false,
): T[] {
  let last: Place | undefined;
  return places.filter((place, index) => {
    const apart = !last || Math.hypot(place.x - last.x, place.y - last.y) >= distance;
    const drawn = apart || index === places.length - 1 || kept(place, index);
    if (drawn) last = place;
    return drawn;
  });
}

/** The place nearest to `x`; the array is in the order of `x`. */
export function nearestIndex(places: readonly { x: number }[], x: number): number {
  let [low, high] = [0, places.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((places[middle]?.x ?? 0) <= x) low = middle;
    else high = middle;
  }
  const [before, after] = [places[low], places[high]];
  if (!before || !after) return low;
  return x - before.x <= after.x - x ? low : high;
}
