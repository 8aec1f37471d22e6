import { readBody } from "./read-body.ts";
import { retryAfterSeconds } from "./retry-after.ts";

export type CallLimits = { totalMs: number; bodyBytes: number };

const LIMITS: CallLimits = { totalMs: 30_000, bodyBytes: 10 * 1024 * 1024 };

export type Call = {
  url: URL;
  method?: "GET" | "POST";
  headers?: Record<string, string>;
  body?: string;
  signal: AbortSignal;
  limits?: Partial<CallLimits> | undefined;
};

export type Answer =
  | {
      kind: "answered";
      status: number;
      headers: Headers;
      /** What the service asked us to wait, in seconds; null when it did not say. */
      retryAfterSeconds: number | null;
      text: string;
    }
  /** No answer that can be used. `detail` is a sentence without secrets; `why` is said where it matters. */
  | { kind: "unanswered"; detail: string; why?: "not_sent" | "too_large" };

/** The connection never came about, so the service cannot have acted on the call. */
const NOT_SENT = ["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN"];

/**
 * One call of another service: at most 30 s in all and 10 MiB of body, no redirect followed.
 * Never retries, since the queue has to see each refusal; never throws.
 */
export async function fetchText(call: Call): Promise<Answer> {
  const limits = { ...LIMITS, ...call.limits };
  const timeout = AbortSignal.timeout(limits.totalMs);
  const signal = AbortSignal.any([timeout, call.signal]);
  const { method = "GET", headers = {}, body = null } = call;
  try {
    const response = await fetch(call.url, { method, headers, body, signal, redirect: "error" });
    const text = await readBody(response, limits.bodyBytes);
    if (text === null) {
      const tooLarge = unanswered(call.url, `sent more than ${limits.bodyBytes} bytes`);
      return { ...tooLarge, why: "too_large" };
    }
    return {
      kind: "answered",
      status: response.status,
      headers: response.headers,
      retryAfterSeconds: retryAfterSeconds(response.headers),
      text,
    };
  } catch (error) {
    if (timeout.aborted) return unanswered(call.url, `took more than ${limits.totalMs / 1000} s`);
    if (call.signal.aborted) return unanswered(call.url, "was not waited for: our time was up");
    const cause = causeOf(error);
    const unreached = unanswered(call.url, `could not be reached (${cause})`);
    return NOT_SENT.includes(cause) ? { ...unreached, why: "not_sent" } : unreached;
  }
}

// The path and the query stay out: either may carry a key.
function unanswered(url: URL, what: string): Extract<Answer, { kind: "unanswered" }> {
  return { kind: "unanswered", detail: `${url.host} ${what}.` };
}

function causeOf(error: unknown) {
  const cause = error instanceof Error ? error.cause : null;
  if (cause instanceof Error) {
    return "code" in cause && typeof cause.code === "string" ? cause.code : cause.message;
  }
  return "connection failed";
}
