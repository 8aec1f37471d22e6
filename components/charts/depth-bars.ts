export type Level = { depth: number; comments: number };

/** One bar: a level, or all levels from one to another. */
export type DepthBar = { from: number; to: number; comments: number };

/** A bar for each level; when there are more than `most`, the last one adds up all that are deeper. */
export function depthBars(levels: readonly Level[], most: number): DepthBar[] {
  const deepest = Math.max(0, ...levels.map(({ depth }) => depth));
  const single = deepest <= most ? deepest : most - 1;
  const bars = Array.from({ length: single }, (_, index) => ({
    from: index + 1,
    to: index + 1,
    comments: 0,
  }));
  if (single < deepest) bars.push({ from: single + 1, to: deepest, comments: 0 });
  for (const { depth, comments } of levels) {
    const bar = bars[Math.min(depth, bars.length) - 1];
    if (bar) bar.comments += comments;
  }
  return bars;
}
