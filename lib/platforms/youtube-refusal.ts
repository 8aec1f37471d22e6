import { z } from "zod";
import type { Answer } from "../http/fetch-text.ts";
import type { BatchResult } from "./platform.ts";

type Answered = Extract<Answer, { kind: "answered" }>;

const reason = z.object({ reason: z.string() });

const errorBody = z.object({
  error: z.object({
    message: z.string().catch(""),
    status: z.string().catch(""),
    errors: z.array(reason.catch({ reason: "" })).catch([]),
    details: z.array(reason.catch({ reason: "" })).catch([]),
  }),
});

const QUOTA = ["quotaExceeded", "dailyLimitExceeded"];
const RATE = ["rateLimitExceeded", "userRateLimitExceeded", "RATE_LIMIT_EXCEEDED"];
const KEY = [
  "API_KEY_INVALID",
  "keyInvalid",
  "keyExpired",
  "API_KEY_EXPIRED",
  "accessNotConfigured",
  "SERVICE_DISABLED",
  "ipRefererBlocked",
  "API_KEY_HTTP_REFERRER_BLOCKED",
  "API_KEY_IP_ADDRESS_BLOCKED",
  "API_KEY_SERVICE_BLOCKED",
];

/**
 * What an answer other than 200 of the YouTube Data API means for the batch. A spent quota carries no
 * waiting time: it ends with the provider's day. An unknown reason falls back to the status.
 */
export function youtubeRefusal(answer: Answered, body: unknown): BatchResult {
  const { message, status, reasons } = readError(body);
  const said = `YouTube answered ${answer.status}${message ? `: ${message}` : "."}`;
  const any = (known: string[]) => reasons.some((found) => known.includes(found));

  const later = (code: "rate_limited" | "quota" | "provider_error"): BatchResult => ({
    kind: "refused",
    code,
    afterSeconds: answer.retryAfterSeconds,
    detail: said,
  });

  if (any(QUOTA)) return later("quota");
  if (any(RATE) || status === "RESOURCE_EXHAUSTED" || answer.status === 429) {
    return later("rate_limited");
  }
  if (any(KEY) || answer.status === 401) {
    return {
      kind: "failed",
      code: "not_configured",
      detail: `YouTube does not accept YOUTUBE_API_KEY of this server. ${said}`,
    };
  }
  if (answer.status >= 500 || answer.status === 408) return later("provider_error");
  const code = answer.status === 403 ? "permission" : "provider_error";
  return { kind: "failed", code, detail: said };
}

function readError(body: unknown) {
  const read = errorBody.safeParse(body);
  if (!read.success) return { message: "", status: "", reasons: [] };
  const { message, status, errors, details } = read.data.error;
  // Google's messages carry markup and, for a bad key, sometimes the key itself.
  const plain = message.replaceAll(/<[^>]*>/g, "").replaceAll(/AIza[\w-]+/g, "(key)");
  return {
    message: plain.slice(0, 300),
    status,
    reasons: [...errors, ...details].map((each) => each.reason),
  };
}
