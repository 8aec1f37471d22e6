import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import type { PostgrestSingleResponse } from "@supabase/supabase-js";
import { z } from "zod";
import { isConnectionFault } from "@/lib/answers/connection-fault";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { log } from "@/lib/log/log";
import { unwrap } from "@/lib/supabase/unwrap";

/**
 * What the database says to a reading question. Asked again, with growing waits, when the
 * connection failed; any other error is an answer. Not for changes: one whose answer was lost may
 * have happened.
 */
export async function untilReached<Answer extends PostgrestSingleResponse<unknown>>(
  ask: () => PromiseLike<Answer>,
): Promise<Answer> {
  const { DB_RETRY_ATTEMPTS, DB_RETRY_MIN_WAIT, DB_RETRY_MAX_WAIT } = env();
  for (let attempt = 1; ; attempt += 1) {
    const answer = await ask();
    if (!isConnectionFault(answer)) return answer;
    if (attempt >= DB_RETRY_ATTEMPTS) {
      log("error", "database: not reached", { attempts: attempt, error: answer.error });
      throw new AppError(
        "unavailable",
        "The database does not answer. Try again in a minute; /api/health says when it is back.",
        { attempts: attempt },
      );
    }
    await sleep(1000 * Math.min(DB_RETRY_MAX_WAIT, DB_RETRY_MIN_WAIT * 2 ** (attempt - 1)));
  }
}

/** The data of a reading question. */
export async function askDatabase<T>(ask: () => PromiseLike<PostgrestSingleResponse<T>>) {
  return unwrap(await untilReached(ask));
}

/** The same, read as the answer that it should be. */
export async function askFor<S extends z.ZodType>(
  answer: S,
  ask: () => PromiseLike<PostgrestSingleResponse<unknown>>,
): Promise<z.output<S>> {
  const read = answer.safeParse(await askDatabase(ask));
  // Not the caller's fault, as what zod says of an input would be.
  if (!read.success) throw new Error(`database: another answer.\n${z.prettifyError(read.error)}`);
  return read.data;
}
