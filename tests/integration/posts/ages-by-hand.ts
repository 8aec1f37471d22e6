export const MARKS = [1, 3, 6, 12, 24, 48, 168, 336, 720];
export const FEWEST = 5;

/** How views stand beside those of others, the plain way. */
export function besideByHand(views: number, others: number[]) {
  const sorted = [...others].sort((a, b) => a - b);
  const n = sorted.length;
  const middle = (at: number) => sorted[at] ?? Number.NaN;
  const median = (middle(Math.floor((n - 1) / 2)) + middle(Math.ceil((n - 1) / 2))) / 2;
  const edge = edgeOf(n);
  const passed = sorted.filter((each) => each <= views).length;
  return {
    n,
    median: Math.round(median),
    low: sorted[edge - 1],
    high: sorted[n - edge],
    confidence: n === 5 ? 0.9375 : 0.95,
    factor: Math.round((views / median) * 100) / 100,
    percentile: Math.round((passed / n) * 1000) / 10,
  };
}

/** The place from either end at which a sign test of the median is still 95 % sure. */
function edgeOf(n: number) {
  let edge = 0;
  while (2 * chanceOfAtMost(edge, n) <= 0.05) edge += 1;
  return Math.max(1, edge);
}

/** Of n fair coins, at most so many heads. */
function chanceOfAtMost(heads: number, n: number): number {
  let ways = 0;
  for (let count = 0; count <= heads; count += 1) ways += choose(n, count);
  return ways / 2 ** n;
}

function choose(n: number, count: number): number {
  return count === 0 ? 1 : (choose(n, count - 1) * (n - count + 1)) / count;
}
