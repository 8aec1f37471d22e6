// Stands in for next/server: `after` works only inside a running Next server.
export { NextRequest, NextResponse } from "next/server.js";

let tasks: Promise<unknown>[] = [];

export function after(task: Promise<unknown> | (() => unknown)) {
  tasks.push(Promise.resolve().then(() => (typeof task === "function" ? task() : task)));
}

/** Waits for what route handlers left to do after their response; fails when one of it did. */
export async function settleAfter() {
  while (tasks.length > 0) {
    const waiting = tasks;
    tasks = [];
    await Promise.all(waiting);
  }
}
