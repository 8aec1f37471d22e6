// What tests start in a process of its own imports this first: the product's modules then load outside Next.
import { registerHooks } from "node:module";
import { createClient } from "@supabase/supabase-js";
import type { Database } from "../../lib/supabase/database.types.ts";
import { testEnv } from "./env.ts";

const ROOT = new URL("../../", import.meta.url);
const STAND_INS: Record<string, string> = {
  "server-only": "empty.ts",
  "next/headers": "next-headers.ts",
  "next/server": "next-server.ts",
  "next/cache": "next-cache.ts",
};

registerHooks({
  resolve(specifier, context, next) {
    const standIn = STAND_INS[specifier];
    if (standIn) return next(new URL(standIn, import.meta.url).href, context);
    if (!specifier.startsWith("@/")) return next(specifier, context);
    return next(new URL(`${specifier.slice(2)}.ts`, ROOT).href, context);
  },
});

/** The Supabase of the test that started this process, as its workers see it. */
export const db = createClient<Database>(
  process.env.NEXT_PUBLIC_SUPABASE_URL ?? "",
  testEnv.SUPABASE_SECRET_KEY,
  { auth: { persistSession: false, autoRefreshToken: false } },
);
