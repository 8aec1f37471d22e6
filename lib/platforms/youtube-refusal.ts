import type { Answer } from "../http/fetch-text.ts";
import { readGoogleError } from "./google/error.ts";
import type { BatchResult } from "./platform.ts";

type Answered = Extract<Answer, { kind: "answered" }>;

/**
 * What an answer other than 200 of the YouTube Data API means for the batch. A spent quota carries no
 * waiting time: it ends with the provider's day.
 */
export function youtubeRefusal(answer: Answered, body: unknown): BatchResult {
  const { message, meaning } = readGoogleError(answer.status, body);
  const said = `YouTube answered ${answer.status}${message ? `: ${message}` : "."}`;

  const later = (code: "rate_limited" | "quota" | "provider_error"): BatchResult => ({
    kind: "refused",
    code,
    afterSeconds: answer.retryAfterSeconds,
    detail: said,
  });
  switch (meaning) {
    case "quota":
      return later("quota");
    case "rate":
      return later("rate_limited");
    case "outage":
      return later("provider_error");
    case "settings":
    case "token":
      return {
        kind: "failed",
        code: "not_configured",
        detail: `YouTube does not accept YOUTUBE_API_KEY of this server. ${said}`,
      };
    case null:
      return {
        kind: "failed",
        code: answer.status === 403 ? "permission" : "provider_error",
        detail: said,
      };
  }
}
