/** A line of numbers the size of a word. Null is a gap and breaks it. `label` says what it shows. */
export function Sparkline({
  values,
  label,
  width = 88,
  height = 24,
}: {
  values: readonly (number | null)[];
  label: string;
  width?: number;
  height?: number;
}) {
  const known = values.filter((value) => value !== null);
  const [low, high] = [Math.min(0, ...known), Math.max(0, ...known)];
  const EDGE = 3;
  const x = (index: number) => EDGE + (index / Math.max(1, values.length - 1)) * (width - 2 * EDGE);
  const y = (value: number) =>
    height - EDGE - ((value - low) / (high - low || 1)) * (height - 2 * EDGE);
  let path = "";
  let open = false;
  for (const [index, value] of values.entries()) {
    if (value !== null) path += `${open ? "L" : "M"}${x(index).toFixed(1)} ${y(value).toFixed(1)}`;
    // A round end makes a dot of a number between two gaps.
    if (value !== null && !open) path += "h0";
    open = value !== null;
  }
  const last = values.at(-1);
  return (
    <svg role="img" aria-label={label} width={width} height={height} className="block flex-none">
      <path
        d={path}
        fill="none"
        stroke="var(--chart-1)"
        strokeWidth={1.5}
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      {typeof last === "number" && (
        <circle cx={x(values.length - 1)} cy={y(last)} r={2.25} fill="var(--chart-1)" />
      )}
    </svg>
  );
}
