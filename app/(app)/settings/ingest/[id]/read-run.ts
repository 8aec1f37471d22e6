import "server-only";
import { cache } from "react";
import { AppError } from "@/lib/errors";
import { getIngestRun } from "@/lib/ingest/queries";
import type { Scope } from "@/lib/supabase/server";

/** The run of the page, read once for its title and its content. Null: there is none. */
export const readRun = cache(async (scope: Scope, id: string) => {
  try {
    return await getIngestRun(scope, id);
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") return null;
    throw error;
  }
});
