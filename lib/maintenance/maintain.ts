import "server-only";
import { z } from "zod";
import type { Db } from "@/lib/supabase/server";
import { unwrap } from "@/lib/supabase/unwrap";

const BUCKET = "uploads";

const leftovers = z.object({ partitions: z.number(), uploads: z.array(z.string()) });

/** Keeps the house: safe to repeat and to overlap. Answers what it did. */
export async function maintain(db: Db) {
  const { partitions, uploads } = leftovers.parse(unwrap(await db.rpc("maintain")));
  if (uploads.length > 0) {
    const { error } = await db.storage.from(BUCKET).remove(uploads);
    if (error) throw new Error(`storage: ${error.message}`);
  }
  return { partitions_made: partitions, uploads_removed: uploads.length };
}
