import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import type { Readable, Writable } from "node:stream";

export type Guarded = {
  process: ChildProcessByStdio<Writable, Readable, Readable>;
  /** Resolves with the exit code. */
  ended: Promise<number>;
  /** Asks the program to stop and waits until it has. */
  stop(): Promise<void>;
};

type Options = {
  /** Added to our own environment; undefined takes a variable away. */
  env?: Record<string, string | undefined>;
  cwd?: string;
  /** How to ask it to stop. */
  signal?: NodeJS.Signals;
  /** False for a program that stops its own children in order. */
  wholeGroup?: boolean;
  uid?: number;
  gid?: number;
};

/** Starts a program that ends with this process, even when this process is killed. */
export function startGuarded(command: string, args: string[], options: Options = {}): Guarded {
  const { env, cwd, signal = "SIGTERM", wholeGroup = true, ...ids } = options;
  const orders = JSON.stringify({ signal, wholeGroup, ...ids });
  const guard = new URL("guard.ts", import.meta.url).pathname;
  const child = spawn(process.execPath, [guard, orders, command, ...args], {
    ...(cwd && { cwd }),
    env: { ...process.env, ...env },
    // A group of its own: Ctrl-C reaches us alone, and we stop things in order.
    detached: true,
    stdio: ["pipe", "pipe", "pipe"],
  });
  child.stdin.on("error", () => {});
  const ended = once(child, "exit").then(([code]) => Number(code ?? 1));
  return {
    process: child,
    ended,
    async stop() {
      child.stdin.end();
      await ended;
    },
  };
}
