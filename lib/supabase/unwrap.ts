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
  // U+0000, which PostgreSQL keeps in no text.
  "22P05": "invalid_input",
};

const SENTENCES: Record<string, string> = {
  "42501": "Your role does not allow this.",
  "22P05": "A text holds a character that cannot be stored (U+0000). Take it out.",
};

/** Turns a data API answer into its data, or throws what went wrong. */
export function unwrap<T>(answer: PostgrestSingleResponse<T>): T {
  if (answer.error === null) return answer.data;
  const { code = "", message } = answer.error;
  if (answer.status === 401 && !(code in CODES))
    throw new AppError("unauthenticated", REFUSED_TOKEN);
  const shown = CODES[code];
  if (shown) throw new AppError(shown, SENTENCES[code] ?? message);
  throw new Error(`database ${code}: ${message}`);
}
