import type { PostgrestSingleResponse } from "@supabase/supabase-js";
import { AppError, type ErrorCode, REFUSED_TOKEN } from "@/lib/errors";

const CODES: Record<string, ErrorCode> = {
  PT401: "unauthenticated",
  PT403: "forbidden",
  PT404: "not_found",
  PT409: "conflict",
  PT422: "invalid_input",
  PT429: "rate_limited",
  // Row level security or a missing grant refused it.
  "42501": "forbidden",
};

/** Turns a data API answer into its data, or throws what went wrong. */
export function unwrap<T>(answer: PostgrestSingleResponse<T>): T {
  if (answer.error === null) return answer.data;
  const { code = "", message } = answer.error;
  if (answer.status === 401 && !(code in CODES))
    throw new AppError("unauthenticated", REFUSED_TOKEN);
  const shown = CODES[code];
  if (shown)
    throw new AppError(shown, code === "42501" ? "Your role does not allow this." : message);
  throw new Error(`database ${code}: ${message}`);
}
