/** What the product holds itself to, on every page. Scripts of charts come besides. */
export const GOALS = {
  performance: 95,
  accessibility: 100,
  bestPractices: 100,
  lcpMs: 1_200,
  cls: 0.05,
  scriptKb: 170,
};

export type PageFigures = {
  performance: number;
  accessibility: number;
  bestPractices: number;
  lcpMs: number;
  cls: number;
  scriptKb: number;
  /** What kept a score from its goal: the names of audits. */
  causes: string[];
};

/** The goals that a page misses, by name. `charts`: its scripts have no goal. */
export function missed(figures: PageFigures, charts: boolean) {
  const atLeast = (["performance", "accessibility", "bestPractices"] as const).filter(
    (name) => figures[name] < GOALS[name],
  );
  const atMost = (["lcpMs", "scriptKb"] as const).filter(
    (name) => !(charts && name === "scriptKb") && figures[name] > GOALS[name],
  );
  return [...atLeast, ...atMost, ...(figures.cls < GOALS.cls ? [] : (["cls"] as const))];
}
