export type Rect = { left: number; top: number; right: number; bottom: number };
type Spot = { x: number; y: number };

export const TIP_WIDE = 256;
const OFF = 12;

/**
 * Where the tip of a mark stands: never over the mark, nor over the zone as long as there is another
 * place for it, and of all such places the nearest. It may hang out below the plot, never sideways.
 */
export function placeTip(
  mark: Spot & { radius: number },
  { high, room, zone }: { high: number; room: Rect; zone: Rect | null },
): { left: number; top: number } {
  const apart = mark.radius + OFF;
  const keep: Rect = around(mark, mark.radius + 5);
  const lefts = [mark.x + apart, mark.x - apart - TIP_WIDE, mark.x - TIP_WIDE / 2, room.left];
  const tops = [mark.y - high / 2, mark.y - apart - high, mark.y + apart, room.top];
  if (zone) {
    lefts.push(zone.left - OFF - TIP_WIDE);
    tops.push(zone.bottom + OFF);
  }
  const most = Math.max(room.left, room.right - TIP_WIDE);
  let best = { left: room.left, top: mark.y + apart };
  let least = Infinity;
  for (const left of lefts.map((each) => clamp(each, room.left, most))) {
    for (const raw of tops) {
      // Below the plot is the footer, which may be covered for a moment; above it are the buttons.
      const top = Math.max(room.top, raw);
      const box = { left, top, right: left + TIP_WIDE, bottom: top + high };
      if (overlaps(box, keep)) continue;
      const cost =
        distance(box, mark) +
        (zone && overlaps(box, zone) ? 1e4 : 0) +
        3 * Math.max(0, box.bottom - room.bottom);
      if (cost < least) {
        best = { left, top };
        least = cost;
      }
    }
  }
  return best;
}

/** Whether a pointer that went from one spot to the next is on its way to a box. */
export function headsFor({ left, top, right, bottom }: Rect, from: Spot, to: Spot): boolean {
  const [x, y] = [to.x - from.x, to.y - from.y];
  if (x === 0 && y === 0) return false;
  // The ray from `to` onwards meets the box where both of its bands overlap.
  const across = band(to.x, x, left, right);
  const down = band(to.y, y, top, bottom);
  return Math.max(across[0], down[0], 0) <= Math.min(across[1], down[1]);
}

export function overlaps(a: Rect, b: Rect): boolean {
  return a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;
}

export function around({ x, y }: Spot, by: number): Rect {
  return { left: x - by, top: y - by, right: x + by, bottom: y + by };
}

function band(at: number, step: number, from: number, to: number): [number, number] {
  if (step === 0) return at >= from && at <= to ? [-Infinity, Infinity] : [1, 0];
  const [a, b] = [(from - at) / step, (to - at) / step];
  return [Math.min(a, b), Math.max(a, b)];
}

function distance({ left, top, right, bottom }: Rect, { x, y }: Spot): number {
  return Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}
