import type { Said } from "./answer.ts";
import type { Wording } from "./fault-answers.ts";

/** The bodies in which TikTok's Display API says no. */
export const tiktokWording: Wording = (kind) => {
  switch (kind) {
    case "429":
    case "quota":
      return tiktokError(429, "rate_limit_exceeded", "The API rate limit was exceeded.");
    case "5xx":
      return tiktokError(500, "internal_error", "Something went wrong. Please try again later.");
    case "expired_token":
      return tiktokError(
        401,
        "access_token_invalid",
        "The access token is invalid or not found in the request.",
      );
  }
};

/** An error of the Display API: every answer carries `error`, and this one no data. */
export function tiktokError(status: number, code: string, message: string): Said {
  return { status, body: { data: {}, error: { code, message, log_id: logId() } } };
}

export function tiktokData(data: unknown): Said {
  return { status: 200, body: { data, error: { code: "ok", message: "", log_id: logId() } } };
}

/** An error of the OAuth server: another shape, and with HTTP 200. */
export function tiktokLoginError(error: string, description: string, status = 200): Said {
  return { status, body: { error, error_description: description, log_id: logId() } };
}

function logId() {
  return new Date().toISOString().replaceAll(/\D/g, "").padEnd(32, "0");
}
