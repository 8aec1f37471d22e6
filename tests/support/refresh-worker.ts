// A worker in a process of its own, for tests that kill it or let many ask at once:
// `work` works on the queue until nothing is left; `token <owner as JSON> <how many ask>` prints what each got.
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

const [task, account = "null", count = "1"] = process.argv.slice(2);
const db = createClient<Database>(
  process.env.NEXT_PUBLIC_SUPABASE_URL ?? "",
  testEnv.SUPABASE_SECRET_KEY,
  { auth: { persistSession: false, autoRefreshToken: false } },
);

if (task === "work") {
  const { continueRefresh } = await import("../../lib/refresh/slot.ts");
  console.log("ready");
  console.log(JSON.stringify(await continueRefresh(db)));
}
if (task === "token") {
  const { accessToken } = await import("../../lib/accounts/access-token.ts");
  const owner = JSON.parse(account);
  console.log("ready");
  const ask = () => accessToken(db, owner, null, AbortSignal.timeout(40_000));
  const answers = await Promise.all(Array.from({ length: Number(count) }, ask));
  console.log(JSON.stringify(answers));
}
