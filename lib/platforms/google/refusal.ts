import type { LimitOwner } from "../connected.ts";
import type { Refusal } from "../oauth/refused-login.ts";
import { withoutSecrets } from "../oauth/without-secrets.ts";
import { readGoogleError } from "./error.ts";

type Refused = {
  status: number;
  retryAfterSeconds: number | null;
  body: unknown;
  accessToken: string;
  calls: number;
};

/** What an answer other than 200 means for an owner's call, and the reasons Google gave. */
export function googleRefusal({ status, retryAfterSeconds, body, accessToken, calls }: Refused): {
  refusal: Refusal;
  reasons: string[];
} {
  const { message, reasons, meaning } = readGoogleError(status, body);
  const quoted = withoutSecrets(message, [accessToken]);
  const said = `YouTube answered ${status}${quoted ? `: ${quoted.replace(/\.$/, "")}.` : "."}`;
  const later = (
    code: "rate_limited" | "quota" | "provider_error",
    limit?: LimitOwner,
  ): Refusal => ({
    kind: "refused",
    code,
    // A spent quota ends with the provider's day, whatever else is said.
    afterSeconds: code === "quota" ? null : retryAfterSeconds,
    detail: said,
    calls,
    ...(limit && { limit }),
  });
  const failed = (code: "permission" | "not_configured" | "internal", detail: string): Refusal => ({
    kind: "failed",
    code,
    detail,
    calls,
  });
  const refusal = (): Refusal => {
    switch (meaning) {
      case "quota":
        return later("quota");
      case "rate":
        // Of the two rates of a project one is each person's own.
        return later(
          "rate_limited",
          reasons.includes("userRateLimitExceeded") ? "account" : undefined,
        );
      case "outage":
        return later("provider_error");
      case "token":
        return { kind: "unauthorized", problem: "expired", refreshable: true, detail: said, calls };
      case "settings":
        return failed(
          "not_configured",
          `Google does not let the project of GOOGLE_CLIENT_ID use this API. ${said}`,
        );
      case null:
        // 404: the channel or video is gone, and with it what the token opened.
        return failed(status === 403 || status === 404 ? "permission" : "internal", said);
    }
  };
  return { refusal: refusal(), reasons };
}
