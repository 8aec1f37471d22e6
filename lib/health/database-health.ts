import "server-only";
import { createClient } from "@supabase/supabase-js";
import { z } from "zod";
import { env } from "@/lib/env";
import { log } from "@/lib/log/log";
import type { Database } from "@/lib/supabase/database.types";
import { unwrap } from "@/lib/supabase/unwrap";

const PATIENCE_MS = 5000;

const health = z.object({
  database: z.literal(true),
  accounts: z.boolean(),
  last_success_at: z.string().nullable(),
  ok: z.boolean(),
});

/** What the database says of the service; null when it does not answer in time. */
export async function readDatabaseHealth() {
  try {
    return health.parse(unwrap(await openDb().rpc("health")));
  } catch (error) {
    log("error", "health: no database", { error });
    return null;
  }
}

/** As nobody: the function may be called by anybody. */
function openDb() {
  return createClient<Database>(
    env().NEXT_PUBLIC_SUPABASE_URL,
    env().NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY,
    {
      auth: { persistSession: false, autoRefreshToken: false },
      global: {
        fetch: (input, init) => fetch(input, { ...init, signal: AbortSignal.timeout(PATIENCE_MS) }),
      },
    },
  );
}
