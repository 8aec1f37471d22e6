import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import type { PostgrestSingleResponse } from "@supabase/supabase-js";
import { isConnectionFault } from "@/lib/answers/connection-fault";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { unwrap } from "@/lib/supabase/unwrap";

/**
 * The data of a reading question. Asked again, with growing waits, when the connection failed;
 * any other error is final at once. Not for changes: one whose answer was lost may have happened.
 */
export async function askDatabase<T>(ask: () => PromiseLike<PostgrestSingleResponse<T>>) {
  const { DB_RETRY_ATTEMPTS, DB_RETRY_MIN_WAIT, DB_RETRY_MAX_WAIT } = env();
  for (let attempt = 1; ; attempt += 1) {
    const answer = await ask();
    if (!isConnectionFault(answer)) return unwrap(answer);
    if (attempt >= DB_RETRY_ATTEMPTS) {
      throw new AppError(
        "unavailable",
        "The database does not answer. Try again in a minute; /api/health says when it is back.",
        { attempts: attempt },
        { cause: answer.error },
      );
    }
    await sleep(1000 * Math.min(DB_RETRY_MAX_WAIT, DB_RETRY_MIN_WAIT * 2 ** (attempt - 1)));
  }
}
