import "server-only";
import { log } from "@/lib/log/log";
import type { Scope } from "@/lib/supabase/server";

/** A part of a page that can fail alone: null when it did, and a line in the log. */
export async function attempt<T>({ workspaceId }: Scope, part: string, read: Promise<T>) {
  try {
    return await read;
  } catch (error) {
    log("error", `${part} not read`, { workspaceId, error });
    return null;
  }
}
