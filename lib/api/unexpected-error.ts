import "server-only";
import { AppError } from "@/lib/errors";
import { log } from "@/lib/log/log";

/** Logs what was not meant for anybody to see, and gives what is shown instead: both with one id. */
export function unexpectedError(
  event: string,
  error: unknown,
  requestId: string,
  fields: Record<string, unknown> = {},
) {
  log("error", event, { requestId, ...fields, error });
  return new AppError(
    "internal",
    `Something went wrong on our side. Try again; if it stays, tell us the request id ${requestId}.`,
  );
}
