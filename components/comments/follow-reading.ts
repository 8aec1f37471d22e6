import type { ReadStatus } from "@/components/comments/read-status";
import { counted } from "@/lib/format/count";

const FIRST_POLL_MS = 800;
const SLOWEST_POLL_MS = 6_000;
const TIMEOUT_MS = 10_000;
const MOST_UNANSWERED = 10;

/** Follows the reading of a post's comments to its end and says what it came to. Never throws. */
export async function followReading(
  post: number,
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
    const status = await askStatus(post);
    if (signal.aborted) return "";
    if (status === null) {
      unanswered += 1;
      say("The server cannot be reached. We keep asking.");
      continue;
    }
    unanswered = 0;
    const ended = endWords(status);
    if (ended !== null) return ended;
    say(
      status.waits_until && status.reason
        ? `${status.reason} It goes on by itself.`
        : `${counted(status.comments, "comment")} here so far`,
    );
  }
  return "Reading goes on. Open this page again in a minute.";
}

/** What a reading came to; null while it is under way. */
export function endWords({ state, comments }: ReadStatus): string | null {
  if (state === "waiting" || state === "reading") return null;
  if (state === "open") return `Read. ${counted(comments, "comment")} collected.`;
  return "Not read. The reason stands below.";
}

async function askStatus(post: number): Promise<ReadStatus | null> {
  try {
    const response = await fetch(`/api/v1/posts/${post}/comments/status`, {
      cache: "no-store",
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const body: unknown = await response.json();
    const { readStatusAnswer } = await import("@/components/comments/read-status");
    return response.ok ? readStatusAnswer.parse(body) : null;
  } catch {
    return null;
  }
}
