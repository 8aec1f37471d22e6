import "server-only";
import { timingSafeEqual } from "node:crypto";
import type { NextRequest } from "next/server";
import type { z } from "zod";
import { answerError } from "@/lib/api/answer-error";
import { requestScope } from "@/lib/api/request-scope";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { withoutBlanks } from "@/lib/search";
import type { Db, Scope } from "@/lib/supabase/server";
import { serviceDb } from "@/lib/supabase/service";

type Context = { params: Promise<Record<string, string>> };
type Inputs = { params?: z.ZodType; query?: z.ZodType };
type Parsed<I extends Inputs> = {
  [Name in keyof I]: I[Name] extends z.ZodType ? z.output<I[Name]> : never;
};

/** An endpoint for people and their programs: checks who asks, then the inputs. */
export function userRoute<I extends Inputs>(
  inputs: I,
  handle: (call: Parsed<I> & { scope: Scope; request: NextRequest }) => Promise<unknown>,
) {
  return async (request: NextRequest, context: Context) => {
    try {
      const scope = await requestScope(request);
      const parsed = {
        params: inputs.params?.parse(await context.params),
        query: inputs.query?.parse(withoutBlanks(Object.fromEntries(request.nextUrl.searchParams))),
        // safe because each key holds its own schema's output
      } as unknown as Parsed<I>;
      return respond(await handle({ ...parsed, scope, request }));
    } catch (error) {
      return answerError(error, request);
    }
  };
}

/** An endpoint for the scheduler and for our own workers: answers with what the run did. */
export function cronRoute(run: (db: Db) => Promise<unknown>) {
  return async (request: NextRequest) => {
    try {
      requireCronSecret(request);
      return respond(await run(serviceDb()));
    } catch (error) {
      return answerError(error, request);
    }
  };
}

function respond(result: unknown) {
  const answer = result instanceof Response ? result : Response.json(result ?? null);
  answer.headers.set("cache-control", "private, no-store");
  return answer;
}

function requireCronSecret(request: NextRequest) {
  const given = Buffer.from(request.headers.get("authorization") ?? "");
  const expected = Buffer.from(`Bearer ${env().CRON_SECRET}`);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    throw new AppError("unauthenticated", "Wrong or missing cron secret.");
  }
}
