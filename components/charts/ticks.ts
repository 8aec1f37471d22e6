import { instantOf, shortDay, wallClock } from "@/components/charts/zone-clock";

export type Tick = { value: number; label: string };

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

type Unit = "minute" | "day" | "month";

const STEPS: { unit: Unit; size: number; ms: number }[] = [
  ...[5, 10, 15, 30, 60, 120, 180, 360, 720].map((size) => step("minute", size, MINUTE_MS)),
  ...[1, 2, 3, 7, 14].map((size) => step("day", size, DAY_MS)),
  ...[1, 2, 3, 6, 12, 24, 60, 120].map((size) => step("month", size, 30.4 * DAY_MS)),
];

function step(unit: Unit, size: number, ms: number) {
  return { unit, size, ms: size * ms };
}

/** At most about `most` ticks on whole hours, midnights or first days of a month of the zone. */
export function timeTicks(from: number, to: number, zone: string, most: number): Tick[] {
  const span = to - from;
  const chosen = STEPS.find(({ ms }) => span / ms <= most) ?? STEPS.at(-1);
  if (!chosen || span <= 0) return [];
  const ticks: Tick[] = [];
  const start = wallClock(from, zone);
  for (let index = 0; ticks.length < 100; index++) {
    const value = instantAt(index, start, chosen, zone);
    if (value > to) break;
    if (value < from || value <= (ticks.at(-1)?.value ?? -Infinity)) continue;
    ticks.push({ value, label: timeLabel(value, chosen.unit, zone) });
  }
  return ticks;
}

function instantAt(
  index: number,
  { year, month, day }: { year: number; month: number; day: number },
  { unit, size }: { unit: Unit; size: number },
  zone: string,
): number {
  if (unit === "minute") {
    // Counted from each midnight anew, so that a day of 23 or 25 hours keeps its round hours.
    const perDay = Math.ceil(1_440 / size);
    const [days, rest] = [Math.floor(index / perDay), (index % perDay) * size];
    return instantOf(zone, year, month, day + days, Math.floor(rest / 60), rest % 60);
  }
  if (unit === "day") return instantOf(zone, year, month, day + 1 + (index - 1) * size);
  const first = Math.floor((year * 12 + month - 1) / size) * size + index * size;
  return instantOf(zone, Math.floor(first / 12), (first % 12) + 1);
}

function timeLabel(at: number, unit: Unit, zone: string): string {
  const { year, month, hour, minute } = wallClock(at, zone);
  if (unit === "month") return month === 1 ? String(year) : shortDay(at, zone).slice(2);
  if (unit === "day" || (hour === 0 && minute === 0)) return shortDay(at, zone);
  return `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}

const NICE = [1, 2, 2.5, 4, 5, 10];

/** Round values from the lowest (0 or below) to the highest, about `most` steps, with the domain they span. */
export function valueTicks(lowest: number, highest: number, { most = 5, whole = true } = {}) {
  const [low, high] = [Math.min(0, lowest), Math.max(0, highest)];
  const rough = (high - low || 1) / most;
  const power = 10 ** Math.floor(Math.log10(rough));
  const sizes = whole ? NICE.filter((nice) => Number.isInteger(nice * power)) : NICE;
  const nice = sizes.find((each) => each * power >= rough) ?? 10;
  const size = whole ? Math.max(1, nice * power) : nice * power;
  const ticks: Tick[] = [];
  for (let index = Math.floor(low / size + 1e-9); index * size <= high + size * 1e-6; index++) {
    // -0 would be written with a minus.
    const value = index === 0 ? 0 : Number((index * size).toPrecision(12));
    ticks.push({ value, label: valueLabel(value) });
  }
  const top = Math.max(high * 1.06, low === high ? size : 0, high);
  const domain: [number, number] = [Math.min(low, ticks[0]?.value ?? 0), top];
  return { ticks, domain };
}

const UNITS = [
  { letter: "B", size: 1e9 },
  { letter: "M", size: 1e6 },
  { letter: "K", size: 1e3 },
];

/** Tick values are round, so they go without trailing digits: "400K", "1.2M", "2,500B". */
export function valueLabel(value: number): string {
  const size = Math.abs(value);
  const unit = UNITS.find((each) => size >= each.size);
  const text = (size / (unit?.size ?? 1)).toLocaleString("en-US", { maximumFractionDigits: 2 });
  return `${value < 0 ? "−" : ""}${text}${unit?.letter ?? ""}`;
}
