import { z } from "zod";

const reason = z.object({ reason: z.string() });

const errorBody = z.object({
  error: z.object({
    message: z.string().catch(""),
    status: z.string().catch(""),
    errors: z.array(reason.catch({ reason: "" })).catch([]),
    details: z.array(reason.catch({ reason: "" })).catch([]),
  }),
});

const MEANINGS = {
  quota: ["quotaExceeded", "dailyLimitExceeded"],
  rate: ["rateLimitExceeded", "userRateLimitExceeded", "RATE_LIMIT_EXCEEDED"],
  settings: [
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
  ],
};

export type GoogleError = {
  message: string;
  reasons: string[];
  /** What the answer means whatever is called. A spent quota ends with the provider's day. */
  meaning: "quota" | "rate" | "settings" | "token" | "outage" | null;
};

/** Reads an answer other than 200 of a Google API. An unknown reason falls back to the status. */
export function readGoogleError(httpStatus: number, body: unknown): GoogleError {
  const read = errorBody.safeParse(body);
  if (!read.success) return { message: "", reasons: [], meaning: meaningOf(httpStatus, "", []) };
  const { message, status, errors, details } = read.data.error;
  const reasons = [...errors, ...details].map((each) => each.reason);
  // Google's messages carry markup and, for a bad key, sometimes the key itself.
  const plain = message.replaceAll(/<[^>]*>/g, "").replaceAll(/AIza[\w-]+/g, "(key)");
  return { message: plain.slice(0, 300), reasons, meaning: meaningOf(httpStatus, status, reasons) };
}

function meaningOf(httpStatus: number, status: string, reasons: string[]) {
  const any = (known: string[]) => reasons.some((found) => known.includes(found));
  if (any(MEANINGS.quota)) return "quota";
  if (any(MEANINGS.rate) || status === "RESOURCE_EXHAUSTED" || httpStatus === 429) return "rate";
  if (any(MEANINGS.settings)) return "settings";
  if (httpStatus === 401) return "token";
  if (httpStatus >= 500 || httpStatus === 408) return "outage";
  return null;
}
