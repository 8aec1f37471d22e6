import type { GraphAnswer } from "./graph.ts";
import type { Spent } from "./trouble.ts";
import { tighter } from "./usage.ts";

/** What a few single calls cost together. */
export function spentOn(...answers: GraphAnswer[]): Spent {
  return {
    calls: () => answers.length,
    usage: () => answers.map(({ usage }) => usage).reduce(tighter, null),
    retryAfterSeconds: () =>
      answers.map(({ retryAfterSeconds }) => retryAfterSeconds).find((each) => each !== null) ??
      null,
  };
}
