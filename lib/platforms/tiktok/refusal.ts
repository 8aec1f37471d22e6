import { z } from "zod";
import type { Refusal } from "../oauth/refused-login.ts";
import { withoutSecrets } from "../oauth/without-secrets.ts";

const errorBody = z.object({
  error: z.object({ code: z.string(), message: z.string().catch("") }),
});

/** TikTok counts by the minute and says nothing of how much is left. */
const RATE_WINDOW_SECONDS = 60;

export type TiktokError = { code: string; message: string };

/** Every answer carries `error`; success is the code `ok`. Null: no answer of TikTok's. */
export function readTiktokError(body: unknown): TiktokError | null {
  const read = errorBody.safeParse(body);
  return read.success ? read.data.error : null;
}

type Refused = {
  status: number;
  retryAfterSeconds: number | null;
  error: TiktokError | null;
  accessToken: string;
  calls: number;
};

/** What a refusal of the Display API means. An unknown code falls back to the status. */
export function tiktokRefusal(refused: Refused): Refusal {
  const { status, retryAfterSeconds, error, accessToken, calls } = refused;
  const quoted = withoutSecrets([error?.code, error?.message].filter(Boolean).join(": "), [
    accessToken,
  ]);
  const said = `TikTok answered ${status}${quoted ? `: ${quoted.replace(/\.$/, "")}.` : "."}`;
  const failed = (code: "permission" | "internal", detail: string): Refusal => ({
    kind: "failed",
    code,
    detail,
    calls,
  });
  const later = (
    code: "rate_limited" | "provider_error",
    afterSeconds: number | null,
  ): Refusal => ({
    kind: "refused",
    code,
    afterSeconds,
    detail: said,
    calls,
  });
  switch (error?.code) {
    case "access_token_invalid":
      return { kind: "unauthorized", problem: "expired", refreshable: true, detail: said, calls };
    case "scope_not_authorized":
      return {
        kind: "unauthorized",
        problem: "scope_missing",
        refreshable: false,
        detail: `TikTok was not allowed to show this. Connect the account again and leave every permission switched on. ${said}`,
        calls,
      };
    case "scope_permission_missed":
      return failed("permission", `TikTok was not allowed to show some of it. ${said}`);
    case "invalid_params":
    case "invalid_param":
      return failed("internal", said);
    case "rate_limit_exceeded":
      return later("rate_limited", retryAfterSeconds ?? RATE_WINDOW_SECONDS);
    case "internal_error":
      return later("provider_error", retryAfterSeconds);
  }
  if (status === 401) {
    return { kind: "unauthorized", problem: "expired", refreshable: true, detail: said, calls };
  }
  if (status === 429) return later("rate_limited", retryAfterSeconds ?? RATE_WINDOW_SECONDS);
  if (status === 403) return failed("permission", said);
  // Also an unknown code with status 200: nobody said that our request was wrong.
  if (status >= 500 || status === 408 || status < 400)
    return later("provider_error", retryAfterSeconds);
  return failed("internal", said);
}
