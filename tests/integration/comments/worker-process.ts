// A worker of comments in a process of its own, for tests that kill it.
import { registerHooks } from "node:module";
import { createClient } from "@supabase/supabase-js";
import type { Database } from "../../../lib/supabase/database.types.ts";
import { testEnv } from "../../support/env.ts";

const ROOT = new URL("../../../", import.meta.url);
const STAND_INS: Record<string, string> = {
  "server-only": "empty.ts",
  "next/headers": "next-headers.ts",
  "next/server": "next-server.ts",
  "next/cache": "next-cache.ts",
};

registerHooks({
  resolve(specifier, context, next) {
    const standIn = STAND_INS[specifier];
    if (standIn) return next(new URL(`tests/support/${standIn}`, ROOT).href, context);
    if (!specifier.startsWith("@/")) return next(specifier, context);
    return next(new URL(`${specifier.slice(2)}.ts`, ROOT).href, context);
  },
});

const db = createClient<Database>(
  process.env.NEXT_PUBLIC_SUPABASE_URL ?? "",
  testEnv.SUPABASE_SECRET_KEY,
  { auth: { persistSession: false, autoRefreshToken: false } },
);
const { runComments } = await import("../../../lib/comments/worker.ts");
console.log("ready");
console.log(JSON.stringify(await runComments(db)));
