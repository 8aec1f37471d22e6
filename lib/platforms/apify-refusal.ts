import { z } from "zod";
import type { Answer } from "../http/fetch-text.ts";
import type { BatchResult } from "./platform.ts";

type Answered = Extract<Answer, { kind: "answered" }>;

const errorBody = z.object({
  error: z.object({ type: z.string().catch(""), message: z.string().catch("") }),
});

const BUSY = [
  "rate-limit-exceeded",
  "actor-memory-limit-exceeded",
  "concurrent-runs-limit-exceeded",
];

/** What an answer outside 2xx of the Apify API means for the batch. Unknown types fall back to the status. */
export function apifyRefusal(answer: Answered, body: unknown, actorSetting: string): BatchResult {
  const read = errorBody.safeParse(body);
  const { type, message } = read.success ? read.data.error : { type: "", message: "" };
  // Older messages quote the token.
  const plain = message.replaceAll(/apify_api_\w+/g, "(token)").slice(0, 300);
  const said = `Apify answered ${answer.status}${plain ? `: ${plain}` : "."}`;

  const later = (code: "rate_limited" | "provider_error"): BatchResult => ({
    kind: "refused",
    code,
    afterSeconds: answer.retryAfterSeconds,
    detail: said,
  });
  if (answer.status === 429 || BUSY.includes(type)) return later("rate_limited");
  if (answer.status >= 500 || answer.status === 408) return later("provider_error");
  return { kind: "failed", ...finalReason(answer.status, type, actorSetting, said) };
}

function finalReason(status: number, type: string, actorSetting: string, said: string) {
  if (status === 401) {
    const detail = `Apify does not accept APIFY_TOKEN of this server. ${said}`;
    return { code: "not_configured" as const, detail };
  }
  if (status === 402) {
    const detail = `The Apify account of this server has used up what it paid for. ${said}`;
    return { code: "quota" as const, detail };
  }
  if (type === "actor-is-not-rented" || type === "actor-not-found") {
    const detail = `The actor in ${actorSetting} cannot be run with this account. ${said}`;
    return { code: "not_configured" as const, detail };
  }
  return {
    code: status === 403 ? ("permission" as const) : ("provider_error" as const),
    detail: said,
  };
}
