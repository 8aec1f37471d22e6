import { describe, expect, it } from "vitest";
import { LINK_PROBLEMS } from "../links/link.ts";
import { groupProblems } from "./problem-groups.ts";
import { ROW_PROBLEM_SENTENCES } from "./row-problems.ts";
import type { RejectedRow, RowProblem } from "./upload.ts";

function row(rowNumber: number, problem: RowProblem): RejectedRow {
  return { rowNumber, problem, field: "url", found: "", expected: "", cells: [] };
}

describe("groupProblems", () => {
  it("puts the most common problem first and shows three examples of it", () => {
    const rows = [1, 2, 3, 4].map((number) => row(number, "not_a_post"));
    const groups = groupProblems([row(9, "empty"), ...rows]);
    expect(groups.map(({ problem, count }) => [problem, count])).toEqual([
      ["not_a_post", 4],
      ["empty", 1],
    ]);
    expect(groups[0]?.examples.map(({ rowNumber }) => rowNumber)).toEqual([1, 2, 3]);
  });

  it("has sentences for every problem it may name", () => {
    const own: RowProblem[] = ["platform_unknown", "platform_mismatch", "duplicate"];
    for (const problem of [...LINK_PROBLEMS, ...own]) {
      expect(Object.values(ROW_PROBLEM_SENTENCES[problem]).every(Boolean)).toBe(true);
    }
  });
});
