/** One weekday and hour: 1 is Monday. `value` null: too few posts for one. */
export type HeatCell = {
  weekday: number;
  hour: number;
  posts: number;
  measured: number;
  value: number | null;
};

export const WEEKDAYS = [
  "Monday",
  "Tuesday",
  "Wednesday",
  "Thursday",
  "Friday",
  "Saturday",
  "Sunday",
] as const;
const DAYS = WEEKDAYS.length;
const HOURS = 24;

/** Wide plots have a row a weekday, narrow ones a row an hour. */
export const TURNED_PX = 720;
const LEFT = 40;
const TOP = 20;
const ROW = { wide: 40, turned: 34 } as const;

export type HeatPlace = {
  cell: HeatCell;
  x: number;
  y: number;
  width: number;
  height: number;
};

export function heatHeight(width: number) {
  return width < TURNED_PX ? TOP + HOURS * ROW.turned : TOP + DAYS * ROW.wide;
}

/** Where each cell is drawn, with the labels of its rows and columns. */
export function placeHeat(cells: readonly HeatCell[], width: number) {
  const turned = width < TURNED_PX;
  const columns = turned ? DAYS : HOURS;
  const across = (width - LEFT) / columns;
  const down = turned ? ROW.turned : ROW.wide;
  const at = ({ weekday, hour }: HeatCell) =>
    turned ? { column: weekday - 1, row: hour } : { column: hour, row: weekday - 1 };
  const places = cells.map((cell): HeatPlace => {
    const { column, row } = at(cell);
    return { cell, x: LEFT + column * across, y: TOP + row * down, width: across, height: down };
  });
  const days = WEEKDAYS.map((name) => name.slice(0, 3));
  const hours = Array.from({ length: HOURS }, (_, hour) => hourText(hour).slice(0, turned ? 5 : 2));
  const label = (texts: string[], along: "x" | "y") =>
    texts.map((text, index) =>
      along === "x"
        ? { text, x: LEFT + (index + 0.5) * across, y: TOP - 7, anchor: "middle" as const }
        : { text, x: LEFT - 7, y: TOP + (index + 0.5) * down + 4, anchor: "end" as const },
    );
  const labels = turned
    ? [...label(days, "x"), ...label(hours, "y")]
    : [...label(hours, "x"), ...label(days, "y")];
  return { places, labels, turned };
}

/** The index of the cell that a key leads to; null when it is no key of the grid. */
export function stepHeat(index: number, key: string, turned: boolean): number | null {
  const [day, hour] = [Math.floor(index / HOURS), index % HOURS];
  const steps: Record<string, [day: number, hour: number]> = turned
    ? { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }
    : { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };
  if (key === "Home") return 0;
  if (key === "End") return DAYS * HOURS - 1;
  const step = steps[key];
  if (!step) return null;
  const inside = (value: number, size: number) => Math.max(0, Math.min(size - 1, value));
  return inside(day + step[0], DAYS) * HOURS + inside(hour + step[1], HOURS);
}

/** 9 → "09:00". */
export function hourText(hour: number) {
  return `${String(hour).padStart(2, "0")}:00`;
}
