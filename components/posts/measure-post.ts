import { z } from "zod";
import { moment } from "@/lib/format/time";

const FIRST_POLL_MS = 700;
const SLOWEST_POLL_MS = 4_000;
const TIMEOUT_MS = 10_000;
const MOST_UNANSWERED = 10;
const GOES_ON = "Measuring goes on. Open this page again in a minute.";

const started = z.object({
  runId: z.string().nullable(),
  already: z.boolean(),
  measuredAt: z.string().nullable(),
});
const run = z.object({
  status: z.string(),
  measured: z.number(),
  gone: z.number(),
  failed: z.number(),
  skipped: z.record(z.string(), z.number()),
  waits_until: z.string().nullable(),
  errors: z.array(z.object({ code: z.string().nullable(), detail: z.string().nullable() })),
});
const refusal = z.object({ error: z.object({ message: z.string() }) });

type Started = { runId: string } | { ended: string };

/** Asks for a post to be measured. `ended` is a sentence why nothing is under way. Never throws. */
export async function startMeasuring(id: number, zone: string): Promise<Started> {
  const answer = await ask(`/api/v1/posts/${id}/refresh`, { method: "POST" });
  if (typeof answer === "string") return { ended: answer };
  const { runId, measuredAt } = started.parse(answer.body);
  if (runId !== null) return { runId };
  return {
    ended: `Measured${measuredAt ? ` at ${moment(measuredAt, zone)}` : ""}, less than a minute ago. Asked again, the platform would say the same.`,
  };
}

/** Follows a run to its end and says what it came to. Never throws. */
export async function followRun(
  runId: string,
  { signal, say }: { signal: AbortSignal; say: (words: string) => void },
): Promise<string> {
  let unanswered = 0;
  for (
    let waitMs = FIRST_POLL_MS;
    unanswered < MOST_UNANSWERED;
    waitMs = Math.min(SLOWEST_POLL_MS, waitMs * 1.4)
  ) {
    await new Promise((done) => setTimeout(done, waitMs));
    if (signal.aborted) return "";
    const answer = await ask(`/api/v1/runs/${runId}`);
    if (typeof answer === "string") {
      unanswered += 1;
      say(`${answer} We keep asking.`);
      continue;
    }
    unanswered = 0;
    const read = run.safeParse(answer.body);
    if (!read.success) return GOES_ON;
    if (read.data.status !== "running") return runWords(read.data);
    say(waitWords(read.data));
  }
  return GOES_ON;
}

/** What a run of one post came to. */
export function runWords({
  status,
  measured,
  gone,
  failed,
  skipped,
  errors,
}: z.output<typeof run>) {
  const detail = errors.find((error) => error.detail)?.detail;
  if (measured > 0) return "Measured just now.";
  if (gone > 0) return "The platform does not know this post any more.";
  if (failed > 0) return `Not measured. ${detail ?? "The platform gave no number."}`;
  if (skipped.needs_reconnect) return "Not measured. Its account has to be reconnected first.";
  if (status === "cancelled") return "The run was cancelled.";
  return `Not measured. ${detail ?? "The run ended without an answer."}`;
}

function waitWords({ waits_until, errors }: z.output<typeof run>) {
  if (waits_until === null) return "Asking the platform";
  const detail = errors.find((error) => error.detail)?.detail;
  return `${detail ?? "The platform asked us to wait."} It goes on by itself.`;
}

async function ask(path: string, init: RequestInit = {}): Promise<{ body: unknown } | string> {
  try {
    const response = await fetch(path, {
      ...init,
      cache: "no-store",
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const body: unknown = await response.json();
    if (response.ok) return { body };
    return refusal.safeParse(body).data?.error.message ?? `The server answered ${response.status}.`;
  } catch {
    return "The server cannot be reached.";
  }
}
