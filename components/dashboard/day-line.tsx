import { cx } from "@/components/ui/cx";

type Point = { value: number | null; hollow?: boolean };

const [WIDE, HIGH] = [100, 28];

/** A number day by day as one thin line; where it is unknown, the line breaks. */
export function DayLine({
  points,
  label,
  tone = "text-chart-1",
  className = "h-8",
}: {
  points: Point[];
  /** What it shows, for those who do not see it. */
  label: string;
  tone?: string;
  className?: string;
}) {
  const known = points.flatMap(({ value }) => value ?? []);
  if (known.length < 2) return <div className={className} />;
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const x = (at: number) => (at / Math.max(1, points.length - 1)) * WIDE;
  const y = (value: number) => HIGH - 2 - ((value - low) / (high - low || 1)) * (HIGH - 6);
  const runs = runsOf(points);
  const at = points.findLastIndex(({ value }) => value !== null);
  const last = points[at];
  return (
    <div className={cx("relative", tone, className)} role="img" aria-label={label}>
      <svg
        viewBox={`0 0 ${WIDE} ${HIGH}`}
        preserveAspectRatio="none"
        aria-hidden="true"
        className="block size-full overflow-visible"
      >
        {runs.map((run) => {
          const line = run.map(([place, value]) => `${x(place)} ${y(value)}`).join("L");
          const [first, end] = [run[0]?.[0] ?? 0, run.at(-1)?.[0] ?? 0];
          return (
            <g key={first}>
              <path
                d={`M${line}L${x(end)} ${HIGH}L${x(first)} ${HIGH}Z`}
                fill="currentColor"
                opacity={0.1}
              />
              <path
                d={`M${line}`}
                fill="none"
                stroke="currentColor"
                strokeWidth={1.5}
                strokeLinejoin="round"
                strokeLinecap="round"
                vectorEffect="non-scaling-stroke"
              />
            </g>
          );
        })}
      </svg>
      {last && last.value !== null && (
        <span
          className={cx(
            "absolute size-1.5 -translate-x-1/2 -translate-y-1/2 rounded-full",
            last.hollow ? "border border-current bg-panel" : "bg-current",
          )}
          style={{ left: `${x(at)}%`, top: `${(y(last.value) / HIGH) * 100}%` }}
        />
      )}
    </div>
  );
}

/** Neighbours that are known, each with its place; a single one is a run of its own. */
function runsOf(points: Point[]): [number, number][][] {
  const runs: [number, number][][] = [];
  let open = false;
  for (const [at, { value }] of points.entries()) {
    if (value === null) {
      open = false;
      continue;
    }
    if (open) runs.at(-1)?.push([at, value]);
    else runs.push([[at, value]]);
    open = true;
  }
  return runs;
}
