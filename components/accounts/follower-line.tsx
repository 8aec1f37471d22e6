import { signed } from "@/lib/format/change";
import { counted, exactCount } from "@/lib/format/count";

const DAY_MS = 86_400_000;

const [WIDTH, HEIGHT, EDGE] = [64, 20, 2];

/** The course of a month as a small line, by its own least and most; a day without a number is bridged. */
export function FollowerLine({ points }: { points: [at: string, followers: string][] }) {
  const [first, last] = [points.at(0), points.at(-1)];
  if (!first || !last || points.length < 3) return null;
  const counts = points.map(([, followers]) => Number(followers));
  const times = points.map(([at]) => Date.parse(at));
  const [least, begin] = [Math.min(...counts), Math.min(...times)];
  const range = Math.max(1, Math.max(...counts) - least);
  const span = Math.max(1, Math.max(...times) - begin);
  const place = counts.map((count, index) => {
    const x = EDGE + (((times[index] ?? begin) - begin) / span) * (WIDTH - 2 * EDGE);
    const y = HEIGHT - EDGE - ((count - least) / range) * (HEIGHT - 2 * EDGE);
    return `${x.toFixed(1)},${y.toFixed(1)}`;
  });
  const gained = signed((BigInt(last[1]) - BigInt(first[1])).toString(), exactCount);
  return (
    <svg
      width={WIDTH}
      height={HEIGHT}
      role="img"
      aria-label={`${gained} followers over ${counted(Math.round(span / DAY_MS), "day")}`}
      className="block flex-none"
    >
      <polyline
        points={place.join(" ")}
        fill="none"
        stroke="var(--chart-1)"
        strokeWidth="1.5"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
    </svg>
  );
}
