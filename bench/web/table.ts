import { GOALS, missed, type PageFigures } from "./goals.ts";

const HEAD = ["page", "perf", "a11y", "best", "LCP ms", "CLS", "JS kB", ""];
const WIDTHS = [16, 5, 5, 5, 7, 6, 6, 0];

const line = (cells: string[]) =>
  cells
    .map((cell, index) =>
      index === 0 ? cell.padEnd(WIDTHS[0] ?? 0) : cell.padStart(WIDTHS[index] ?? 0),
    )
    .join("  ");

export function printHead() {
  console.log(line(HEAD));
}

export function printRow(name: string, figures: PageFigures, charts: boolean) {
  const misses = missed(figures, charts);
  console.log(
    line([
      name,
      `${figures.performance}`,
      `${figures.accessibility}`,
      `${figures.bestPractices}`,
      figures.lcpMs.toFixed(0),
      figures.cls.toFixed(3),
      figures.scriptKb.toFixed(1),
      misses.length === 0 ? "PASS" : `MISS ${misses.join(", ")}`,
    ]),
  );
  for (const cause of figures.causes) console.log(`    ${cause}`);
}

type Row = { figures: PageFigures; charts: boolean };

/** The worst of each figure, and how many pages keep every goal. */
export function printSummary(rows: Row[], seconds: number) {
  const all = rows.map(({ figures }) => figures);
  const least = (name: "performance" | "accessibility" | "bestPractices") =>
    Math.min(...all.map((each) => each[name]));
  const bare = rows.filter(({ charts }) => !charts).map(({ figures }) => figures.scriptKb);
  const kept = rows.filter(({ figures, charts }) => missed(figures, charts).length === 0);
  const goal = (name: keyof typeof GOALS) => `(goal ${GOALS[name]})`;
  console.log(`
${kept.length} of ${rows.length} pages keep every goal; ${seconds.toFixed(0)} s.
Worst: performance ${least("performance")} ${goal("performance")}, accessibility ${least("accessibility")} ${goal("accessibility")}, best practices ${least("bestPractices")} ${goal("bestPractices")},
LCP ${Math.max(...all.map(({ lcpMs }) => lcpMs)).toFixed(0)} ms ${goal("lcpMs")}, CLS ${Math.max(...all.map(({ cls }) => cls)).toFixed(3)} (goal below ${GOALS.cls}), JavaScript without charts ${Math.max(0, ...bare).toFixed(1)} kB ${goal("scriptKb")}.`);
}
