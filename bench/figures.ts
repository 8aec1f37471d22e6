import baselines from "./baselines.json" with { type: "json" };

type Baseline = { ms?: number; rowsPerSecond?: number; requestsPerSecond?: number };
const known: Record<string, Baseline> = baselines;

/** Prints one figure, the original's or the goal's, and how many times better ours is. */
export function printFigure(name: string, ours: Baseline, note = "") {
  const baseline = known[name];
  const faster = (value: number, base: number) => value / base;
  const [value, base, unit, ratio] =
    ours.ms !== undefined
      ? [ours.ms, baseline?.ms, "ms", (value: number, base: number) => base / value]
      : ours.rowsPerSecond !== undefined
        ? [ours.rowsPerSecond, baseline?.rowsPerSecond, "rows/s", faster]
        : [ours.requestsPerSecond, baseline?.requestsPerSecond, "req/s", faster];
  const show = (figure: number | undefined) =>
    figure === undefined
      ? "-"
      : figure.toLocaleString("en", { maximumFractionDigits: figure < 100 ? 1 : 0 });
  const times =
    value !== undefined && base !== undefined ? `${ratio(value, base).toFixed(2)} x` : "-";
  console.log(
    `${name.padEnd(28)} ${show(value).padStart(9)} ${unit.padEnd(6)} baseline ${show(base).padStart(7)}  ${times.padStart(8)}  ${note}`,
  );
}
