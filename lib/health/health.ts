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

/** What the database alone says of the service. Red (503): it is down, or no run succeeded for 7 hours. */
export async function readHealth() {
  try {
    const read = health.parse(unwrap(await openDb().rpc("health")));
    const { accounts, last_success_at, ok } = read;
    const status = ok ? "green" : "red";
    const reason = ok
      ? null
      : "Accounts are connected, and no refresh succeeded for 7 hours. Look at /settings/runs, and whether the scheduler calls /api/cron/refresh.";
    return Response.json(
      { status, database: "up", accounts, lastSuccessAt: last_success_at, reason },
      { status: ok ? 200 : 503 },
    );
  } catch (error) {
    log("error", "health: no database", { error });
    const reason =
      "The database does not answer. Look at its status page and at this server's settings.";
    return Response.json({ status: "red", database: "down", reason }, { status: 503 });
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
