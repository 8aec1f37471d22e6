import { z } from "zod";
import { type JobProgress, jobProgress } from "@/lib/jobs/job-progress";

const TIMEOUT_MS = 10_000;
const refusal = z.object({ error: z.object({ message: z.string() }) });

/** A job as the API tells it, and when; or a sentence why there is no answer. Never throws. */
export async function fetchJob(
  id: string,
  signal: AbortSignal,
): Promise<{ job: JobProgress; readAt: string } | { problem: string }> {
  try {
    const response = await fetch(`/api/v1/jobs/${id}`, {
      cache: "no-store",
      signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
    });
    const body: unknown = await response.json();
    if (response.ok) return { job: jobProgress.parse(body), readAt: new Date().toISOString() };
    const refused = refusal.safeParse(body);
    if (refused.success) return { problem: refused.data.error.message };
    return { problem: `The server answered with ${response.status}. We keep asking.` };
  } catch (error) {
    const slow = error instanceof DOMException && error.name === "TimeoutError";
    if (slow) return { problem: "The server took more than 10 s to answer. We keep asking." };
    if (error instanceof TypeError)
      return { problem: "The server cannot be reached. We keep asking." };
    return { problem: "The server’s answer could not be read. We keep asking." };
  }
}
