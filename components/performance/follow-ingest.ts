import { z } from "zod";
import { exactCount } from "@/lib/format/count";
import { INGEST_STATES, type IngestState } from "@/lib/ingest/schema";

const TIMEOUT_MS = 15_000;
const FIRST_POLL_MS = 1_000;
const SLOWEST_POLL_MS = 5_000;
const MOST_UNANSWERED = 10;

const started = z.object({ run_id: z.string(), state: z.enum(INGEST_STATES) });
const progress = z.object({
  state: z.enum(INGEST_STATES),
  /** Null until Apify says how many it found. */
  items: z.number().nullable(),
  ingested: z.number(),
  duplicates: z.number(),
  quarantined: z.number(),
  cost_usd: z.string().nullable(),
  finished_at: z.string().nullish(),
  is_cancelling: z.boolean().optional(),
  error_detail: z.string().nullish(),
});
export type IngestProgress = z.output<typeof progress>;

const refusal = z.object({ error: z.object({ message: z.string() }) });

/** Starts a run, or finds the one under way. `ended` is a sentence why there is none. Never throws. */
export async function startIngest(): Promise<{ runId: string } | { ended: string }> {
  const answer = await ask("/api/v1/ingest/run", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: "{}",
  });
  if (typeof answer === "string") return { ended: answer };
  const read = started.safeParse(answer.body);
  if (read.success) return { runId: read.data.run_id };
  return { ended: "The run was started. Open this page again in a few minutes." };
}

/** Asks for a run's end. Returns a sentence when it was refused. Never throws. */
export async function cancelIngest(runId: string): Promise<string | null> {
  const answer = await ask(`/api/v1/ingest/runs/${runId}/cancel`, { method: "POST" });
  return typeof answer === "string" ? answer : null;
}

/** Follows a run to its end, telling each step. Returns what it came to. Never throws. */
export async function followIngest(
  runId: string,
  { signal, tell }: { signal: AbortSignal; tell: (words: string, run?: IngestProgress) => void },
): Promise<string> {
  let unanswered = 0;
  let waitMs = FIRST_POLL_MS;
  while (unanswered < MOST_UNANSWERED) {
    const answer = await ask(`/api/v1/ingest/runs/${runId}`);
    if (signal.aborted) return "";
    if (typeof answer === "string") {
      unanswered += 1;
      tell(`${answer} We keep asking.`);
    } else {
      unanswered = 0;
      const read = progress.safeParse(answer.body);
      if (!read.success) break;
      if (isOver(read.data)) return endWords(read.data);
      tell(stateWords(read.data), read.data);
    }
    await new Promise((done) => setTimeout(done, waitMs));
    waitMs = Math.min(SLOWEST_POLL_MS, waitMs * 1.3);
  }
  return "The run goes on. Open this page again in a few minutes.";
}

const OVER: IngestState[] = ["succeeded", "failed", "timed_out", "aborted", "cancelled"];

function isOver({ state, finished_at }: IngestProgress) {
  return OVER.includes(state) && finished_at !== null;
}

/** What a run does now. */
export function stateWords({ state, is_cancelling }: IngestProgress): string {
  if (is_cancelling) return "Cancelling: what was found is kept";
  switch (state) {
    case "queued":
      return "Waiting for its turn";
    case "starting":
      return "Starting at Apify";
    case "unclear":
      return "Asking Apify whether it started";
    case "running":
      return "Apify looks for reels";
    default:
      return "Reading what Apify found";
  }
}

/** What a run came to. */
export function endWords(run: IngestProgress): string {
  const { state, ingested, duplicates, quarantined, cost_usd, error_detail } = run;
  const counts = [
    `${exactCount(ingested)} new`,
    duplicates > 0 && `${exactCount(duplicates)} known already`,
    quarantined > 0 && `${exactCount(quarantined)} could not be read`,
  ].filter(Boolean);
  const found = `${counts.join(", ")}${cost_usd === null ? "" : `, cost $${cost_usd}`}.`;
  switch (state) {
    case "succeeded":
      return `The run is done: ${found}`;
    case "cancelled":
    case "aborted":
      return `The run was stopped. What it found is kept: ${found}`;
    case "timed_out":
      return `Apify ran out of time. What it found is kept: ${found}`;
    default:
      return `The run failed. ${error_detail ?? "Apify gave no reason."}`;
  }
}

async function ask(path: string, init: RequestInit = {}): Promise<{ body: unknown } | string> {
  try {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const response = await fetch(path, { ...init, cache: "no-store", signal });
    const body: unknown = await response.json();
    if (response.ok) return { body };
    return refusal.safeParse(body).data?.error.message ?? `The server answered ${response.status}.`;
  } catch {
    return "The server cannot be reached.";
  }
}
