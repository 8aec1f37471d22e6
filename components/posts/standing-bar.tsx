/** A percentile as a bar and a number. */
export function PercentileBar({ value }: { value: number }) {
  return (
    <span className="flex items-center gap-2">
      <span
        aria-hidden="true"
        className="h-1.5 min-w-6 flex-1 overflow-hidden rounded-full bg-sunken ring-1 ring-line ring-inset"
      >
        <span className="block h-full bg-chart-1" style={{ width: `${value}%` }} />
      </span>
      <span className="w-9 text-right">{value.toFixed(1)}</span>
    </span>
  );
}
