// Runs a program that must not outlive whoever started it: when the pipe on standard input
// closes, however that came about, the program is asked to stop, and after a while made to.
import { spawn } from "node:child_process";

type Orders = { signal: NodeJS.Signals; wholeGroup: boolean; uid?: number; gid?: number };

const [orders, command, ...rest] = process.argv.slice(2);
// safe because only scripts/guarded.ts starts this file, with this argument
const { signal, wholeGroup, ...ids } = JSON.parse(orders ?? "{}") as Orders;
// A database that stops in order writes everything down first.
const patienceMs = wholeGroup ? 3_000 : 60_000;
const child = spawn(command ?? "", rest, {
  ...ids,
  detached: wholeGroup,
  stdio: ["ignore", "inherit", "inherit"],
});

function send(name: NodeJS.Signals) {
  if (child.pid === undefined) return;
  try {
    process.kill(wholeGroup ? -child.pid : child.pid, name);
  } catch {
    // It has ended by itself.
  }
}

child.on("error", (error) => {
  console.error(error.message);
  process.exit(127);
});
child.on("exit", (code) => {
  if (wholeGroup) send("SIGKILL");
  process.exit(code ?? 1);
});
process.stdin.resume().on("close", () => {
  send(signal);
  setTimeout(() => send("SIGKILL"), patienceMs);
});
for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(name, () => send(signal));
