import { cx } from "@/components/ui/cx";

const HEIGHT = 22;
const STEP = 4;
const BAR = 3;

/**
 * Counts of equal times as small bars; those before `split` are grey. `label` says them to those who
 * do not see it. `highest` gives several one scale.
 */
export function Sparkline({
  counts,
  split,
  highest,
  label,
  className,
}: {
  counts: number[];
  split: number;
  highest: number;
  label: string;
  className?: string | undefined;
}) {
  const width = counts.length * STEP - (STEP - BAR);
  const high = (count: number) => Math.max(2, (count / Math.max(1, highest)) * HEIGHT);
  return (
    <svg
      width={width}
      height={HEIGHT + 1}
      role="img"
      aria-label={label}
      className={cx("block flex-none", className)}
    >
      <path d={`M0 ${HEIGHT + 0.5}H${width}`} stroke="var(--line-strong)" />
      {counts.map((count, at) => {
        if (count === 0) return null;
        return (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: the place is what it is
            key={at}
            x={at * STEP}
            y={HEIGHT - high(count)}
            width={BAR}
            height={high(count)}
            fill={at < split ? "var(--chart-6)" : "var(--chart-1)"}
          />
        );
      })}
    </svg>
  );
}
