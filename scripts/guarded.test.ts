import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { startGuarded } from "./guarded.ts";

const PRINT_PID_AND_WAIT = "console.log(process.pid); setInterval(() => {}, 1000)";
const STARTER = `
  import { startGuarded } from "${new URL("guarded.ts", import.meta.url).pathname}";
  const child = startGuarded(process.execPath, ["-e", ${JSON.stringify(PRINT_PID_AND_WAIT)}]);
  child.process.stdout.pipe(process.stdout);
`;

function isRunning(pid: number) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

describe("startGuarded", () => {
  it("leaves nothing running when its starter is killed", async () => {
    const starter = spawn(process.execPath, ["--input-type=module", "-e", STARTER]);
    const [output] = await once(starter.stdout, "data");
    const pid = Number(`${output}`);
    expect(isRunning(pid)).toBe(true);
    starter.kill("SIGKILL");
    for (let tries = 0; tries < 50 && isRunning(pid); tries++) await sleep(100);
    expect(isRunning(pid)).toBe(false);
  });

  it("stops what it started, even when that will not listen", async () => {
    const deaf = `process.on("SIGTERM", () => {}); ${PRINT_PID_AND_WAIT}`;
    const child = startGuarded(process.execPath, ["-e", deaf]);
    const [output] = await once(child.process.stdout, "data");
    await child.stop();
    expect(isRunning(Number(`${output}`))).toBe(false);
  }, 15_000);

  it("tells the exit code of what it started", async () => {
    expect(await startGuarded(process.execPath, ["-e", "process.exit(3)"]).ended).toBe(3);
  });
});
