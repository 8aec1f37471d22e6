import type { RejectedRow, RowProblem } from "./upload.ts";

export type ProblemGroup = {
  problem: RowProblem;
  count: number;
  /** The first rows that have it, at most three. */
  examples: RejectedRow[];
};

const EXAMPLES = 3;

/** Groups rows by what is wrong with them, the most common problem first. */
export function groupProblems(rows: RejectedRow[]): ProblemGroup[] {
  const groups = new Map<RowProblem, ProblemGroup>();
  for (const row of rows) {
    let group = groups.get(row.problem);
    if (!group) {
      group = { problem: row.problem, count: 0, examples: [] };
      groups.set(row.problem, group);
    }
    group.count++;
    if (group.examples.length < EXAMPLES) group.examples.push(row);
  }
  return [...groups.values()].sort((a, b) => b.count - a.count);
}
