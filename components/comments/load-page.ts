import type { ThreadPage } from "@/components/comments/thread-page";

const TIMEOUT_MS = 15_000;

/** A page of a thread, or a sentence why it did not come. Never throws. */
export async function loadPage(post: number, page: number): Promise<ThreadPage | string> {
  try {
    const response = await fetch(`/comments/${post}/rows?page=${page}`, {
      cache: "no-store",
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const body: unknown = await response.json();
    const { refusal, threadPage } = await import("@/components/comments/thread-page");
    if (response.ok) return threadPage.parse(body);
    return refusal.safeParse(body).data?.error.message ?? `The server answered ${response.status}.`;
  } catch {
    return "The server cannot be reached. Check the connection, then try again.";
  }
}
