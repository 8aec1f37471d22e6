import type { Wording } from "./fault-answers.ts";

/** The bodies in which the YouTube Data API says no. */
export const youtubeWording: Wording = (kind) => {
  switch (kind) {
    case "429":
      return youtubeError(
        429,
        "rateLimitExceeded",
        "Resource has been exhausted (e.g. check quota).",
        {
          status: "RESOURCE_EXHAUSTED",
        },
      );
    case "5xx":
      return youtubeError(503, "backendError", "The service is currently unavailable.", {
        status: "UNAVAILABLE",
      });
    case "quota":
      return youtubeError(
        403,
        "quotaExceeded",
        'The request cannot be completed because you have exceeded your <a href="/youtube/v3/getting-started#quota">quota</a>.',
        { domain: "youtube.quota" },
      );
    case "expired_token":
      return youtubeError(401, "authError", "Request had invalid authentication credentials.", {
        status: "UNAUTHENTICATED",
      });
  }
};

/** A key that Google does not know. */
export const invalidKey = youtubeError(
  400,
  "badRequest",
  "API key not valid. Please pass a valid API key.",
  {
    status: "INVALID_ARGUMENT",
    details: [
      {
        "@type": "type.googleapis.com/google.rpc.ErrorInfo",
        reason: "API_KEY_INVALID",
        domain: "googleapis.com",
        metadata: { service: "youtube.googleapis.com" },
      },
    ],
  },
);

/** A token that was granted without the scope. */
export const insufficientScopes = youtubeError(
  403,
  "insufficientPermissions",
  "Request had insufficient authentication scopes.",
  {
    status: "PERMISSION_DENIED",
    details: [
      {
        "@type": "type.googleapis.com/google.rpc.ErrorInfo",
        reason: "ACCESS_TOKEN_SCOPE_INSUFFICIENT",
        domain: "googleapis.com",
        metadata: { service: "youtube.googleapis.com" },
      },
    ],
  },
);

/** An error as Google words it. */
export function youtubeError(
  code: number,
  reason: string,
  message: string,
  more: { status?: string; domain?: string; details?: unknown[] } = {},
) {
  const { domain = "global", ...rest } = more;
  return {
    status: code,
    body: { error: { code, message, errors: [{ message, domain, reason }], ...rest } },
  };
}
