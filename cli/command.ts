import { type Command, Option } from "commander";
import { findAccess } from "./access.ts";
import { type Api, openApi } from "./api.ts";
import { plain } from "./text.ts";
import { wholeOption } from "./values.ts";

export type Run = { signal: AbortSignal; ended: { code: number } };
export type Shared = { json?: boolean; workspace?: string; token?: string; url?: string };
export type Call<Options> = Run & {
  api: Api;
  words: string[];
  options: Options & Shared;
  /** On stdout: the answer itself with --json, else what a person reads. */
  print: (answer: unknown, words: () => string) => void;
};

/** Options that every command has. */
export function addShared(command: Command) {
  return command
    .option("--json", "print the answer as JSON, and nothing else")
    .option("--workspace <name or id>", "the workspace that is meant")
    .option("--token <token>", "an access token, instead of sign-in")
    .option("--url <address>", "where the server is");
}

/** A command that asks the server as the person who signed in. */
export function asking<Options extends object>(
  command: Command,
  run: Run,
  act: (call: Call<Options>) => Promise<void>,
) {
  addShared(command).action(async () => {
    const options = command.opts<Options & Shared>();
    const api = await openApi(await findAccess(options), run.signal);
    await act({ ...run, api, options, words: command.args, print: printer(options) });
  });
}

export function printer({ json }: Shared) {
  return (answer: unknown, words: () => string) => {
    // Text is JSON as the server wrote it: big counts do not go through JavaScript's numbers.
    const text = typeof answer === "string" ? answer : JSON.stringify(answer, null, 2);
    const shown = json ? text : words().split("\n").map(plain).join("\n");
    process.stdout.write(`${shown}\n`);
  };
}

/** `-l, --limit <n>` with its bounds, in the words of the API. */
export function whole(flags: string, what: string, least: number, most: number, fallback?: number) {
  const bounds = most === Number.MAX_SAFE_INTEGER ? `from ${least}` : `${least} to ${most}`;
  const option = new Option(`${flags} <n>`, `${what}, ${bounds}`).argParser(
    wholeOption(least, most),
  );
  return fallback === undefined ? option : option.default(fallback);
}
