import "server-only";
import type { NextRequest } from "next/server";
import { z } from "zod";
import { unexpectedError } from "@/lib/api/unexpected-error";
import { shownError } from "@/lib/errors";

/** The one shape of an error answer: `{error: {code, message, details?, requestId}}`. */
export function answerError(error: unknown, request: NextRequest) {
  const requestId = crypto.randomUUID();
  const { method, nextUrl } = request;
  const { code, message, details, status } =
    shownError(error) ??
    unexpectedError("request failed", error, requestId, { method, pathname: nextUrl.pathname });
  return Response.json(
    { error: { code, message, ...(details === undefined ? {} : { details }), requestId } },
    {
      status,
      headers: {
        "cache-control": "private, no-store",
        "x-request-id": requestId,
        ...retryAfter(details),
      },
    },
  );
}

/** Programs look there for when to come back. */
function retryAfter(details: unknown): Record<string, string> {
  const read = z.object({ retry_after_seconds: z.number() }).safeParse(details);
  return read.success ? { "retry-after": String(Math.ceil(read.data.retry_after_seconds)) } : {};
}
