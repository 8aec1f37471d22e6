import "server-only";
import { z } from "zod";
import type { Db } from "@/lib/supabase/server";
import { unwrap } from "@/lib/supabase/unwrap";

const BUCKET = "uploads";
const REMOVED_AT_ONCE = 5000;
/** Shorter than the minute after which the next call goes on with the rest. */
const BUDGET_MS = 50_000;

const portion = z.object({
  workspace_id: z.uuid().nullable(),
  files: z.array(z.string()),
  is_done: z.boolean(),
});

/** Goes on removing what deleted workspaces left: files, then rows, in portions. Safe to be killed, and to overlap. */
export async function removeDeleted(db: Db, take = REMOVED_AT_ONCE) {
  const until = Date.now() + BUDGET_MS;
  const done = { workspaces: 0, files: 0 };
  do {
    const step = portion.parse(unwrap(await db.rpc("remove_workspaces", { take })));
    if (step.workspace_id === null) break;
    done.files += await removeFiles(db, step.files);
    if (step.is_done) done.workspaces += 1;
  } while (Date.now() < until);
  return done;
}

async function removeFiles(db: Db, names: string[]) {
  if (names.length === 0) return 0;
  const { data, error } = await db.storage.from(BUCKET).remove(names);
  if (error) throw new Error(`storage: ${error.message}`);
  // Asked again for the same names, it would never end.
  if (data.length === 0)
    throw new Error("storage: none of a deleted workspace's files was removed");
  return data.length;
}
