import type { CountBucket } from "@/components/charts/bucket-words";
import { type Ground, PlotGround } from "@/components/charts/plot-ground";

const MAX_BAR_PX = 40;

/** Counts of equal times as bars from zero, drawn for the room they have. */
export function BucketPlot({ buckets, ...ground }: Ground & { buckets: readonly CountBucket[] }) {
  const { x, y } = ground.scales;
  const foot = y(0);
  const band = x(1) - x(0);
  const wide = Math.max(1, Math.min(MAX_BAR_PX, band * (band < 8 ? 0.8 : 0.74)));
  return (
    <PlotGround {...ground}>
      {buckets.map(({ at, posts, partial }, index) => {
        if (posts === 0) return null;
        const [left, top] = [x(index + 0.5) - wide / 2, y(posts)];
        const bar = { x: left, y: top, width: wide, height: foot - top };
        return (
          <g key={at}>
            <rect {...bar} fill="var(--chart-1)" opacity={partial ? 0.55 : 1} />
            {partial && (
              <rect
                {...bar}
                fill="none"
                stroke="var(--chart-1)"
                strokeDasharray="3 2"
                vectorEffect="non-scaling-stroke"
              />
            )}
          </g>
        );
      })}
    </PlotGround>
  );
}
