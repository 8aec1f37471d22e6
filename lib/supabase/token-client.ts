import "server-only";
import { createClient } from "@supabase/supabase-js";
import { env } from "@/lib/env";
import type { Database } from "@/lib/supabase/database.types";
import type { Db } from "@/lib/supabase/server";

const MOST_CLIENTS = 100;

/** By address and token. A client holds no answers, and no session beyond its token. */
const clients = new Map<string, Db>();

/** The client of an access token. Making one takes longer than many a question, so the last ones are kept. */
export function tokenClient(accessToken: string): Db {
  const { NEXT_PUBLIC_SUPABASE_URL: url, NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY: key } = env();
  const name = `${url} ${accessToken}`;
  const db = clients.get(name) ?? makeClient(url, key, accessToken);
  // Put last, so that the first is the one that was not asked for the longest.
  clients.delete(name);
  clients.set(name, db);
  for (const oldest of clients.keys()) {
    if (clients.size <= MOST_CLIENTS) break;
    clients.delete(oldest);
  }
  return db;
}

function makeClient(url: string, key: string, accessToken: string): Db {
  return createClient<Database>(url, key, {
    auth: { persistSession: false, autoRefreshToken: false },
    global: { headers: { Authorization: `Bearer ${accessToken}` } },
  });
}
