import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import { CliProblem, EXIT, interrupted } from "./problem.ts";

/** Asks on stderr, so that stdout holds answers alone. */
export function ask(question: string, signal: AbortSignal) {
  return prompt(question, signal, false);
}

/** The same, and what is typed is not shown. */
export function askSecretly(question: string, signal: AbortSignal) {
  return prompt(question, signal, true);
}

async function prompt(question: string, signal: AbortSignal, isSecret: boolean) {
  if (!process.stdin.isTTY) {
    throw new CliProblem(
      "Nobody is there to ask. Set MEDIA_METRICS_EMAIL and MEDIA_METRICS_PASSWORD, or MEDIA_METRICS_TOKEN.",
      EXIT.usage,
    );
  }
  if (isSecret) process.stderr.write(question);
  // What readline would echo goes nowhere.
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const output = isSecret ? nowhere : process.stderr;
  const lines = createInterface({ input: process.stdin, output, terminal: true });
  const gaveUp = new AbortController();
  lines.on("SIGINT", () => gaveUp.abort());
  // Ctrl-D.
  lines.on("close", () => gaveUp.abort());
  try {
    return await lines.question(isSecret ? "" : question, {
      signal: AbortSignal.any([signal, gaveUp.signal]),
    });
  } catch (error) {
    if (signal.aborted || gaveUp.signal.aborted) throw interrupted();
    throw error;
  } finally {
    lines.close();
    if (isSecret) process.stderr.write("\n");
  }
}
