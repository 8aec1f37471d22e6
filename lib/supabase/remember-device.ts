import "server-only";
import { headers } from "next/headers";
import { log } from "@/lib/log/log";
import type { Db } from "@/lib/supabase/server";

/** Names the session that has just begun by its browser, where Auth did not. Nobody is kept out for want of a name. */
export async function rememberDevice(db: Db) {
  const agent = (await headers()).get("user-agent");
  if (!agent) return;
  const { error } = await db.rpc("name_session", { agent });
  if (error) log("warn", "session not named", { error });
}
