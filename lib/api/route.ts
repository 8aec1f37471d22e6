import "server-only";
import { timingSafeEqual } from "node:crypto";
import type { NextRequest } from "next/server";
import type { z } from "zod";
import { answerError } from "@/lib/api/answer-error";
import { type Reader, requestReader, requestScope } from "@/lib/api/request-scope";
import { unexpectedError } from "@/lib/api/unexpected-error";
import { env } from "@/lib/env";
import { AppError, shownError } from "@/lib/errors";
import { withoutBlanks } from "@/lib/search";
import type { Db, Scope } from "@/lib/supabase/server";
import { serviceDb } from "@/lib/supabase/service";

type Context = { params: Promise<Record<string, string>> };
type Inputs = { params?: z.ZodType; query?: z.ZodType };
type Parsed<I extends Inputs> = {
  [Name in keyof I]: I[Name] extends z.ZodType ? z.output<I[Name]> : never;
};

type Handle<S, I extends Inputs> = (
  call: Parsed<I> & { scope: S; request: NextRequest },
) => Promise<unknown>;

/** An endpoint for people and their programs: checks who asks, then the inputs. */
export function userRoute<I extends Inputs>(inputs: I, handle: Handle<Scope, I>) {
  return route(requestScope, inputs, handle);
}

/** The same where the one question to the database refuses strangers by itself, and nothing else needs to know who asks. */
export function readerRoute<I extends Inputs>(inputs: I, handle: Handle<Reader, I>) {
  return route(requestReader, inputs, handle);
}

function route<S, I extends Inputs>(
  open: (request: NextRequest) => Promise<S>,
  inputs: I,
  handle: Handle<S, I>,
) {
  return async (request: NextRequest, context: Context) => {
    try {
      const scope = await open(request);
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
export function cronRoute(run: (db: Db, request: NextRequest) => Promise<unknown>) {
  return async (request: NextRequest) => {
    try {
      requireCronSecret(request.headers.get("authorization"));
      return respond(await run(serviceDb(), request));
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

/** The same for the schedulers of before, with their answers: `?secret=` is taken too, errors are `{error: sentence}`. */
export function plainCronRoute(run: (db: Db, request: NextRequest) => Promise<unknown>) {
  return async (request: NextRequest) => {
    try {
      const asked = request.nextUrl.searchParams.get("secret");
      const header = request.headers.get("authorization");
      requireCronSecret(header ?? (asked === null ? null : `Bearer ${asked}`));
    } catch {
      return respond(Response.json({ error: "Unauthorized" }, { status: 401 }));
    }
    try {
      return respond(await run(serviceDb(), request));
    } catch (error) {
      const { message, status } =
        shownError(error) ?? unexpectedError("cron failed", error, crypto.randomUUID());
      return respond(Response.json({ error: message }, { status }));
    }
  };
}

/** An endpoint for a provider's own calls, let in by what it shows with each. */
export function webhookRoute(
  isAuthentic: (request: NextRequest) => boolean,
  receive: (db: Db, request: NextRequest) => Promise<unknown>,
) {
  return async (request: NextRequest) => {
    try {
      if (!isAuthentic(request)) throw new AppError("unauthenticated", "Wrong or missing secret.");
      return respond(await receive(serviceDb(), request));
    } catch (error) {
      return answerError(error, request);
    }
  };
}

/** An endpoint for everybody, without a session: no more than anybody may know. */
export function openRoute(answer: () => Promise<unknown>) {
  return async (request: NextRequest) => {
    try {
      return respond(await answer());
    } catch (error) {
      return answerError(error, request);
    }
  };
}

/** Throws for a wrong or missing secret, and when the server has none: then nobody gets in. */
function requireCronSecret(authorization: string | null) {
  const { CRON_SECRET, VERCEL_CRON_SECRET } = env();
  const given = Buffer.from(authorization ?? "");
  const known = [CRON_SECRET, VERCEL_CRON_SECRET].some((secret) => {
    const expected = Buffer.from(`Bearer ${secret}`);
    return secret && given.length === expected.length && timingSafeEqual(given, expected);
  });
  if (!known) throw new AppError("unauthenticated", "Wrong or missing cron secret.");
}
