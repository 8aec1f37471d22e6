import type { Tick } from "@/components/charts/ticks";

const HALF_LABEL = 20;

/** Where recharts puts a tick, as far as ours is concerned. */
type At = { x?: number | string; y?: number | string; payload?: { value: unknown } };

/** A tick of the time axis; one near the edge turns inwards instead of being cut. */
export function timeTick(ticks: readonly Tick[], width: number) {
  return ({ x = 0, y = 0, payload }: At) => {
    const at = Number(x);
    const anchor = at + HALF_LABEL > width ? "end" : "middle";
    const tick = ticks.find(({ value }) => value === payload?.value);
    return (
      <text x={anchor === "end" ? width : at} y={Number(y) + 11} textAnchor={anchor} {...TICK}>
        {tick?.label}
      </text>
    );
  };
}

/** A tick of the value axis. */
export function valueTick(ticks: readonly Tick[]) {
  return ({ x = 0, y = 0, payload }: At) => {
    const tick = ticks.find(({ value }) => value === payload?.value);
    return (
      <text x={Number(x)} y={Number(y) + 4} textAnchor="end" {...TICK}>
        {tick?.label}
      </text>
    );
  };
}

const TICK = { fontSize: 11, fill: "var(--text-3)" };

/** Axes without data: they stay where nothing is yet, and while it is on its way. */
export function BareAxes({ height }: { height: number }) {
  const lines = [0.1, 0.325, 0.55, 0.775].map((share) => Math.round((height - 26) * share) + 0.5);
  return (
    <svg width="100%" height={height} aria-hidden="true" className="block">
      {lines.map((y) => (
        <line key={y} x1="44" x2="100%" y1={y} y2={y} stroke="var(--chart-grid)" />
      ))}
      <line x1="44" x2="100%" y1={height - 26} y2={height - 26} stroke="var(--chart-axis)" />
    </svg>
  );
}
