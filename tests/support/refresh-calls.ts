import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { NextRequest } from "next/server";
import { vi } from "vitest";
import { GET as cronMinute } from "@/app/api/cron/refresh/route";
import { GET as cronSlot } from "@/app/api/cron/studio/metrics-refresh/route";
import { testEnv } from "./env.ts";
import { settleAfter } from "./next-server.ts";

export type SlotAnswer = {
  ok: boolean;
  message: string;
  summary: {
    totalPostsProcessed: number;
    totalMetricsUpdated: number;
    totalErrors: number;
    byPlatform: Record<string, { processed: number; updated: number; errors: number }>;
  };
  details: {
    platform: string;
    workspaceId: string;
    postsProcessed: number;
    metricsUpdated: number;
    errors: string[];
  }[];
  remaining: number;
  runId: string | null;
};

const request = (path: string, authorization: string | null, method = "GET") =>
  new NextRequest(`http://app.test${path}`, {
    method,
    headers: authorization === null ? {} : { authorization },
  });

/** The scheduler's call of the slot's cron. */
export function callSlot(query = "", authorization: string | null = bearer, method = "GET") {
  return cronSlot(request(`/api/cron/studio/metrics-refresh${query}`, authorization, method));
}
const bearer = `Bearer ${testEnv.CRON_SECRET}`;

/** The same, when it is known to be let in: what it answered. */
export async function refreshSlot(query = ""): Promise<SlotAnswer> {
  const answer = await callSlot(query);
  if (answer.status !== 200) throw new Error(`cron: ${answer.status} ${await answer.text()}`);
  await settleAfter();
  return answer.json();
}

/** The minute's cron: plans hours too, and goes on. */
export async function refreshMinute() {
  const answer = await cronMinute(request("/api/cron/refresh", bearer));
  if (answer.status !== 200) throw new Error(`cron: ${answer.status} ${await answer.text()}`);
  return answer.json();
}

/** Crons of so many processes: each has modules, and settings, of its own. */
export async function processes(count: number) {
  const crons: (() => Promise<SlotAnswer>)[] = [];
  for (let process = 1; process <= count; process++) {
    vi.resetModules();
    const { GET } = await import("@/app/api/cron/studio/metrics-refresh/route");
    crons.push(async () => {
      const answer = await GET(request("/api/cron/studio/metrics-refresh", bearer));
      if (answer.status !== 200) throw new Error(`cron: ${answer.status} ${await answer.text()}`);
      return answer.json();
    });
  }
  return crons;
}

const WORKER = fileURLToPath(new URL("./refresh-worker.ts", import.meta.url));

/** A worker in a process of its own. `ended` is what it printed last, as JSON; null when it was killed. */
export function startWorker(...args: string[]) {
  const child = spawn(process.execPath, [WORKER, ...args], {
    env: process.env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let printed = "";
  let complained = "";
  child.stdout.on("data", (chunk) => {
    printed += chunk;
  });
  child.stderr.on("data", (chunk) => {
    complained += chunk;
  });
  const ended = once(child, "exit").then(([code, signal]): unknown => {
    if (signal) return null;
    if (code !== 0) throw new Error(complained);
    return JSON.parse(printed.trim().split("\n").at(-1) ?? "");
  });
  return { ended, kill: () => child.kill("SIGKILL"), isReady: () => printed.startsWith("ready") };
}
