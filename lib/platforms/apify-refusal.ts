import { z } from "zod";
import type { Answer } from "../http/fetch-text.ts";
import type { RowError } from "./platform.ts";

type Answered = Extract<Answer, { kind: "answered" }>;

const errorBody = z.object({
  error: z.object({ type: z.string().catch(""), message: z.string().catch("") }),
});

const BUSY = [
  "rate-limit-exceeded",
  "actor-memory-limit-exceeded",
  "concurrent-runs-limit-exceeded",
];

/** How sentences name whose token, account and actor they are about. */
export type ApifyWords = { token: string; account: string; actor: string };

export type ApifyRefusal =
  | {
      kind: "refused";
      code: "rate_limited" | "provider_error";
      afterSeconds: number | null;
      detail: string;
    }
  | { kind: "failed"; code: RowError; detail: string };

/** What an answer outside 2xx of the Apify API means. Unknown types fall back to the status. */
export function apifyRefusal(answer: Answered, body: unknown, words: ApifyWords): ApifyRefusal {
  const read = errorBody.safeParse(body);
  const { type, message } = read.success ? read.data.error : { type: "", message: "" };
  // Older messages quote the token.
  const plain = message.replaceAll(/apify_api_\w+/g, "(token)").slice(0, 300);
  const said = `Apify answered ${answer.status}${plain ? `: ${plain}` : "."}`;

  const later = (code: "rate_limited" | "provider_error"): ApifyRefusal => ({
    kind: "refused",
    code,
    afterSeconds: answer.retryAfterSeconds,
    detail: said,
  });
  if (answer.status === 429 || BUSY.includes(type)) return later("rate_limited");
  if (answer.status >= 500 || answer.status === 408) return later("provider_error");
  return { kind: "failed", ...finalReason(answer.status, type, words, said) };
}

function finalReason(status: number, type: string, words: ApifyWords, said: string) {
  if (status === 401) {
    const detail = `Apify does not accept ${words.token}. ${said}`;
    return { code: "not_configured" as const, detail };
  }
  if (status === 402) {
    const detail = `${words.account} has used up what it paid for. ${said}`;
    return { code: "quota" as const, detail };
  }
  if (type === "actor-is-not-rented" || type === "actor-not-found") {
    const detail = `${words.actor} cannot be run with this account. ${said}`;
    return { code: "not_configured" as const, detail };
  }
  return {
    code: status === 403 ? ("permission" as const) : ("provider_error" as const),
    detail: said,
  };
}
