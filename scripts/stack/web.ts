import { resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type Guarded, startGuarded } from "../guarded.ts";
import { Problem } from "../problem.ts";
import { showOutput } from "./output.ts";

const NEXT = resolve(import.meta.dirname, "../../node_modules/next/dist/bin/next");
const START_TIMEOUT_MS = 60_000;

export type WebMode = "start" | "dev";

/** Starts the product's server and waits until it answers. */
export async function startWeb(
  mode: WebMode,
  port: number,
  env: Record<string, string>,
  logLevel: "all" | "errors",
): Promise<Guarded> {
  const server = startGuarded(process.execPath, [NEXT, mode, "-p", `${port}`, "-H", "localhost"], {
    cwd: resolve(import.meta.dirname, "../.."),
    env: { ...env, NODE_ENV: mode === "start" ? "production" : "development" },
  });
  const banner = /^\s*(▲|- |✓ (Starting|Ready|Running next))/;
  const isError = (line: string) => /"level":"error"|⨯|Error:/.test(line);
  showOutput("web", server, (line) => (logLevel === "all" ? !banner.test(line) : isError(line)));
  const deadline = Date.now() + START_TIMEOUT_MS;
  let ended = false;
  server.ended.then(() => {
    ended = true;
  });
  while (!(await answers(port))) {
    if (ended) throw new Problem("The server did not start. Its reason is above.");
    if (Date.now() > deadline) {
      await server.stop();
      throw new Problem(`The server did not answer within ${START_TIMEOUT_MS / 1000} s.`);
    }
    await sleep(100);
  }
  return server;
}

async function answers(port: number) {
  return fetch(`http://localhost:${port}/api/v1/system/meta`).then(
    () => true,
    () => false,
  );
}
