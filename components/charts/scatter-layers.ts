import { addTo, around, type Grid, gridOf } from "@/components/charts/scatter-grid";

type Circle = { x: number; y: number; radius: number };

// Deeper heaps are solid anyway.
const MOST_LAYERS = 40;
const OUTLINE_PX = 1;

/**
 * Circles as few paths: those of one layer never touch, so that a half clear fill adds up where dots
 * lie on each other, as it does with an element each. Large ones come first, below the small.
 */
export function layerPaths(circles: readonly Circle[]): string[] {
  const sorted = circles.toSorted((a, b) => b.radius - a.radius);
  const reach = 2 * (sorted[0]?.radius ?? 1) + OUTLINE_PX;
  const layers: { grid: Grid<Circle>; path: string[] }[] = [];
  for (const circle of sorted) {
    let layer = layers.find(({ grid }) => isFree(grid, circle));
    if (!layer && layers.length < MOST_LAYERS) {
      layer = { grid: gridOf<Circle>([], reach), path: [] };
      layers.push(layer);
    }
    layer ??= layers.at(-1);
    if (!layer) continue;
    addTo(layer.grid, circle);
    layer.path.push(circlePath(circle));
  }
  return layers.map(({ path }) => path.join(""));
}

export function circlePath({ x, y, radius }: Circle): string {
  const r = tenth(radius);
  return `M${tenth(x - r)} ${tenth(y)}a${r} ${r} 0 1 0 ${tenth(2 * r)} 0a${r} ${r} 0 1 0 ${-tenth(2 * r)} 0`;
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}

function isFree(grid: Grid<Circle>, { x, y, radius }: Circle): boolean {
  for (const other of around(grid, x, y)) {
    if (Math.hypot(other.x - x, other.y - y) < other.radius + radius + OUTLINE_PX) return false;
  }
  return true;
}
