import "server-only";
import type { NextRequest } from "next/server";
import { AppError, shownError } from "@/lib/errors";
import { log } from "@/lib/log/log";

/** The one shape of an error answer: `{error: {code, message, details?, requestId}}`. */
export function answerError(error: unknown, request: NextRequest) {
  const requestId = crypto.randomUUID();
  const shown = shownError(error);
  const { pathname } = request.nextUrl;
  if (!shown)
    log("error", "request failed", { requestId, method: request.method, pathname, error });
  const { code, message, details, status } =
    shown ??
    new AppError(
      "internal",
      `Something went wrong on our side. Try again; if it stays, tell us the request id ${requestId}.`,
    );
  return Response.json(
    { error: { code, message, ...(details === undefined ? {} : { details }), requestId } },
    { status, headers: { "cache-control": "private, no-store", "x-request-id": requestId } },
  );
}
