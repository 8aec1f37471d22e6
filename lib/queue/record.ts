import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import type { PostgrestSingleResponse } from "@supabase/supabase-js";
import { unwrap } from "@/lib/supabase/unwrap";

const ATTEMPTS = 5;
const WAIT_MS = 100;

/**
 * Records what a worker did. Two that bring the same new people and hashtags at once may wait for
 * each other; the database then ends one, keeps nothing of it, and it is recorded again.
 */
export async function record<T>(settle: () => PromiseLike<PostgrestSingleResponse<T>>) {
  for (let attempt = 1; ; attempt += 1) {
    const answer = await settle();
    if (!isDeadlock(answer) || attempt === ATTEMPTS) return unwrap(answer);
    await sleep(WAIT_MS * attempt * Math.random());
  }
}

/** Not every data API passes the code 40P01 on. */
function isDeadlock({ error }: PostgrestSingleResponse<unknown>) {
  return error !== null && (error.code === "40P01" || error.message.includes("deadlock detected"));
}
