import { z } from "zod";
import type { Answer } from "../../http/fetch-text.ts";
import type { Refusal } from "../oauth/refused-login.ts";
import { withoutSecrets } from "../oauth/without-secrets.ts";

type Answered = Extract<Answer, { kind: "answered" }>;

const errorBody = z.object({
  message: z.string().catch(""),
  code: z.string().catch(""),
  serviceErrorCode: z.number().catch(0),
});

const REVOKED = 65601;
const VERSION_CODES = ["NONEXISTENT_VERSION", "VERSION_MISSING"];
/** LinkedIn names no time; its undocumented bursts are over after about half a minute. */
const BURST_SECONDS = 35;
const DAY_SECONDS = 86_400;

/** What an answer outside 2xx of LinkedIn's API means. What it does not say falls back to the status. */
export function linkedinRefusal(
  answer: Answered,
  body: unknown,
  { accessToken, nowMs }: { accessToken: string; nowMs: number },
): Refusal {
  const { message, code, serviceErrorCode } = errorBody.safeParse(body).data ?? {
    message: "",
    code: "",
    serviceErrorCode: 0,
  };
  const quoted = withoutSecrets(message || code, [accessToken]).replace(/\.$/, "");
  const said = `LinkedIn answered ${answer.status}${quoted ? `: ${quoted}.` : "."}`;
  const { status, retryAfterSeconds } = answer;
  const is = (name: string) => code === name;

  if (status === 401) {
    const revoked = serviceErrorCode === REVOKED || is("REVOKED_ACCESS_TOKEN");
    const problem = revoked ? "revoked" : "expired";
    return { kind: "unauthorized", problem, refreshable: !revoked, detail: said, calls: 1 };
  }
  if (status === 426 || VERSION_CODES.some(is)) {
    const detail = `LINKEDIN_VERSION of this server is no version that LinkedIn speaks now. ${said}`;
    return { kind: "failed", code: "not_configured", detail, calls: 1 };
  }
  if (status === 429) {
    // Limits are the application's and, apart from that, each member's.
    const limit = /\bMEMBER\b/.test(message) ? ("account" as const) : ("app" as const);
    if (/\bDAY\b/.test(message)) {
      const afterSeconds = DAY_SECONDS - (Math.floor(nowMs / 1000) % DAY_SECONDS);
      return { kind: "refused", code: "quota", afterSeconds, detail: said, calls: 1, limit };
    }
    const afterSeconds = retryAfterSeconds ?? BURST_SECONDS;
    return { kind: "refused", code: "rate_limited", afterSeconds, detail: said, calls: 1, limit };
  }
  if (status >= 500 || status === 408) return notNow(said, retryAfterSeconds);
  const final = status === 403 ? "permission" : "internal";
  return { kind: "failed", code: final, detail: said, calls: 1 };
}

export function notNow(detail: string, afterSeconds: number | null = null): Refusal {
  return { kind: "refused", code: "provider_error", afterSeconds, detail, calls: 1 };
}
