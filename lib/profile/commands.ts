import "server-only";
import type { z } from "zod";
import type { profileChange } from "@/lib/profile/schema";
import type { Scope } from "@/lib/supabase/server";
import { unwrap } from "@/lib/supabase/unwrap";

/** Changes what the caller chose for themselves. An empty name is none: others see the e-mail. */
export async function changeProfile(
  { db, userId }: Scope,
  { name, single_keys }: z.output<typeof profileChange>,
) {
  const changed = {
    ...(name === undefined ? {} : { name: name || null }),
    ...(single_keys === undefined ? {} : { single_keys }),
  };
  if (Object.keys(changed).length === 0) return;
  unwrap(await db.from("profiles").update(changed).eq("user_id", userId).select("user_id"));
}

/** Ends one of the caller's sessions. */
export async function endSession({ db }: Scope, session: string) {
  unwrap(await db.rpc("end_session", { session }));
}

/** Ends all of the caller's sessions but this one. Returns how many. */
export async function endOtherSessions({ db }: Scope) {
  return unwrap(await db.rpc("end_other_sessions"));
}
