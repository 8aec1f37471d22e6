import { once } from "node:events";
import { resolve } from "node:path";
import { createInterface } from "node:readline";
import { startGuarded } from "../guarded.ts";
import { Problem } from "../problem.ts";

const MAIN = resolve(import.meta.dirname, "../../simulator/main.ts");

/** Starts the platform simulator. `anchor` (ISO 8601) keeps its posts' dates from start to start, `tokens` (a file) who is connected. */
export async function startSimulator(port: number, anchor: string, tokens: string) {
  const simulator = startGuarded(process.execPath, [MAIN], {
    env: { SIMULATOR_PORT: `${port}`, SIMULATOR_ANCHOR: anchor, SIMULATOR_TOKENS: tokens },
  });
  simulator.process.stderr.pipe(process.stderr);
  const lines = createInterface({ input: simulator.process.stdout });
  const failed = simulator.ended.then(() => {
    throw new Problem("The platform simulator did not start. Its reason is above.");
  });
  await Promise.race([once(lines, "line"), failed]);
  // Handled above; its end is watched by whoever runs the whole.
  failed.catch(() => {});
  return { ...simulator, url: `http://127.0.0.1:${port}` };
}
