import type { Series } from "@/lib/posts/read-post";

type Rate = Series["rates"][number];

/** Two measurements closer than this tell more about the clock than about the post. */
const SHORTEST_MS = 30 * 60_000;

/** The rates that stand for a pace: those of measurements far enough apart. */
export function telling(rates: Series["rates"]): Rate[] {
  return rates.filter(([from, to]) => Date.parse(to) - Date.parse(from) >= SHORTEST_MS);
}

/** The pace at the newest measurement; undefined where a gap, a fall or a redefinition came last. */
export function newestRate({ rates, points }: Series): Rate | undefined {
  const rate = telling(rates).at(-1);
  const last = points.at(-1)?.[0];
  if (!rate || last === undefined) return undefined;
  return Date.parse(last) - Date.parse(rate[1]) < SHORTEST_MS ? rate : undefined;
}
