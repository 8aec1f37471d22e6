import { describe, expect, it } from "vitest";
import { missed } from "./goals.ts";

const good = {
  performance: 95,
  accessibility: 100,
  bestPractices: 100,
  lcpMs: 1_200,
  cls: 0.049,
  scriptKb: 170,
  causes: [],
};

describe("missed", () => {
  it.each([
    [{}, []],
    [{ performance: 94 }, ["performance"]],
    [{ accessibility: 99, bestPractices: 96 }, ["accessibility", "bestPractices"]],
    [{ lcpMs: 1_201 }, ["lcpMs"]],
    [{ cls: 0.05 }, ["cls"]],
    [{ scriptKb: 170.1 }, ["scriptKb"]],
  ])("%o misses %o", (part, names) => {
    expect(missed({ ...good, ...part }, false)).toEqual(names);
  });

  it("has no goal for the scripts of a page with charts", () => {
    expect(missed({ ...good, scriptKb: 300 }, true)).toEqual([]);
  });
});
