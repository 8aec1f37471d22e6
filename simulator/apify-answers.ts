import { answer, type Said } from "./answer.ts";
import type { Wording } from "./fault-answers.ts";

export function apifyError(status: number, type: string, message: string): Said {
  return { status, body: { error: { type, message } } };
}

export function notFound(what: string): Response {
  return answer(apifyError(404, "record-not-found", `${what} was not found`));
}

export const apifyWording: Wording = (kind) => {
  switch (kind) {
    case "429":
      return apifyError(
        429,
        "rate-limit-exceeded",
        "You have exceeded the rate limit of 60 requests per second",
      );
    case "5xx":
      return apifyError(500, "internal-server-error", "Internal server error");
    case "quota":
      return apifyError(
        402,
        "not-enough-usage-to-run-paid-actor",
        "By launching this job you will exceed your remaining usage.",
      );
    case "expired_token":
      return apifyError(401, "invalid-token", "Authentication token is not valid.");
  }
};
