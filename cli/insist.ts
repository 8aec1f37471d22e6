import { setTimeout as sleep } from "node:timers/promises";
import { ApiProblem } from "./api.ts";
import { CliProblem, interrupted } from "./problem.ts";

const ATTEMPTS = 4;

/** Asks again after a fault of the connection or the server. For what may be asked twice. */
export async function insist<T>(ask: () => Promise<T>, signal: AbortSignal): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    if (signal.aborted) throw interrupted();
    try {
      return await ask();
    } catch (error) {
      if (signal.aborted) throw interrupted();
      if (!passes(error) || attempt === ATTEMPTS) throw error;
      await sleep(500 * 2 ** attempt, undefined, { signal }).catch(() => {});
    }
  }
}

function passes(error: unknown) {
  if (error instanceof ApiProblem) return error.status === 0 || error.status >= 500;
  // What the connection says when an answer breaks off.
  return !(error instanceof CliProblem) && error instanceof TypeError;
}
