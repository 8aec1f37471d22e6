import { z } from "zod";

const STATUS = {
  invalid_input: 422,
  malformed: 400,
  not_ready: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  too_large: 413,
  unsupported_type: 415,
  rate_limited: 429,
  internal: 500,
  upstream_failed: 502,
  unavailable: 503,
} as const;

export type ErrorCode = keyof typeof STATUS;

export const REFUSED_TOKEN =
  "This access token is not valid here: it may have expired, or belong to nobody of this workspace. Sign in again.";

/** A failure whose message is safe to show to the person who met it. */
export class AppError extends Error {
  override name = "AppError";

  readonly code: ErrorCode;
  readonly details: unknown;

  constructor(code: ErrorCode, message: string, details?: unknown, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.details = details;
  }

  get status() {
    return STATUS[this.code];
  }
}

/** Turns anything thrown into something to show; null means it is ours and stays in the log. */
export function shownError(error: unknown): AppError | null {
  if (error instanceof AppError) return error;
  if (error instanceof z.ZodError) {
    const [first] = error.issues;
    const where = first?.path.length ? `${first.path.join(".")}: ` : "";
    return new AppError(
      "invalid_input",
      `${where}${first?.message ?? "The input is not right."}`,
      error.issues.map(({ path, message }) => ({ field: path.join("."), message })),
    );
  }
  return null;
}
