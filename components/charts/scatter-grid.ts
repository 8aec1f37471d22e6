/** Places in square cells, so that the nearest one is found among its neighbours alone. */
export type Grid<T extends { x: number; y: number }> = {
  reach: number;
  cells: Map<number, T[]>;
};

// Wider than any plot has cells.
const ROW = 4096;

/** `reach` is how far from a place it can still be meant, in px. */
export function gridOf<T extends { x: number; y: number }>(
  places: readonly T[],
  reach: number,
): Grid<T> {
  const grid: Grid<T> = { reach, cells: new Map() };
  for (const place of places) addTo(grid, place);
  return grid;
}

export function addTo<T extends { x: number; y: number }>({ reach, cells }: Grid<T>, place: T) {
  const key = Math.floor(place.x / reach) + ROW * Math.floor(place.y / reach);
  const cell = cells.get(key);
  if (cell) cell.push(place);
  else cells.set(key, [place]);
}

/** The nearest place within reach; of two at one spot the one that was given first. */
export function nearestPlace<T extends { x: number; y: number }>(
  grid: Grid<T>,
  x: number,
  y: number,
): T | null {
  let best: T | null = null;
  let least = grid.reach;
  for (const place of around(grid, x, y)) {
    const apart = Math.hypot(place.x - x, place.y - y);
    if (apart < least || (apart === least && best === null)) {
      best = place;
      least = apart;
    }
  }
  return best;
}

/** Everything in the cell of a spot and in the eight around it. */
export function* around<T extends { x: number; y: number }>(
  { reach, cells }: Grid<T>,
  x: number,
  y: number,
): Generator<T> {
  const [column, row] = [Math.floor(x / reach), Math.floor(y / reach)];
  for (let down = row - 1; down <= row + 1; down++) {
    for (let right = column - 1; right <= column + 1; right++) {
      yield* cells.get(right + ROW * down) ?? [];
    }
  }
}
