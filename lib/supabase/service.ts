import "server-only";
import { createClient } from "@supabase/supabase-js";
import { env } from "@/lib/env";
import type { Database } from "@/lib/supabase/database.types";
import type { Db } from "@/lib/supabase/server";

/** Longer than our longest statement: a call that hangs must not hold a worker for ever. */
const TIMEOUT_MS = 60_000;

/** Bypasses row level security. Only lib/api/route.ts may import this. */
export function serviceDb(): Db {
  return createClient<Database>(env().NEXT_PUBLIC_SUPABASE_URL, env().SUPABASE_SECRET_KEY, {
    auth: { persistSession: false, autoRefreshToken: false },
    global: {
      fetch: (input, init) => fetch(input, { ...init, signal: AbortSignal.timeout(TIMEOUT_MS) }),
    },
  });
}
