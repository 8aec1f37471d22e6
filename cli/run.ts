import { CommanderError } from "commander";
import { CliProblem, EXIT } from "./problem.ts";
import { buildProgram } from "./program.ts";
import { plain } from "./text.ts";

/** Runs one command line to its end. Returns what the process ends with. */
export async function runCli(words: string[]): Promise<number> {
  const stop = new AbortController();
  const interrupt = () => {
    // Whoever asks twice does not want to wait for tidying up.
    if (stop.signal.aborted) process.exit(EXIT.interrupted);
    stop.abort();
  };
  for (const name of ["SIGINT", "SIGTERM"] as const) process.on(name, interrupt);
  try {
    const ended = { code: EXIT.done as number };
    await buildProgram({ signal: stop.signal, ended }).parseAsync(words, { from: "user" });
    return ended.code;
  } catch (error) {
    return explain(error, stop.signal);
  } finally {
    for (const name of ["SIGINT", "SIGTERM"] as const) process.off(name, interrupt);
  }
}

function explain(error: unknown, signal: AbortSignal) {
  // It has said so itself already.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
  if (error instanceof CliProblem) {
    console.error(plain(error.message));
    return error.exitCode;
  }
  if (signal.aborted) {
    console.error("Interrupted.");
    return EXIT.interrupted;
  }
  const what = error instanceof Error ? error.message : String(error);
  console.error(`This should not have happened: ${plain(what)}`);
  return EXIT.failed;
}
