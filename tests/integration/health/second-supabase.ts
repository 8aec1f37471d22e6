import { tmpdir } from "node:os";
import { join } from "node:path";
import { mailBox } from "../../../scripts/supabase/mail-box.ts";
import { serveSupabase } from "../../../scripts/supabase/server.ts";
import { testEnv } from "../../support/env.ts";

/** The database of a test once more, by a Supabase that can be stopped, and started at the same port again. */
export async function secondSupabase(databaseUrl: string) {
  const serve = (port: number) =>
    serveSupabase({
      databaseUrl,
      keys: {
        publishableKey: testEnv.NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY,
        secretKey: testEnv.SUPABASE_SECRET_KEY,
        jwtSecret: "a-jwt-secret-for-the-tests-and-nothing-else",
        cronSecret: testEnv.CRON_SECRET,
        tokenKeys: testEnv.TOKEN_KEYS,
      },
      port,
      siteUrl: testEnv.APP_URL,
      storageFolder: join(tmpdir(), "no-storage"),
      mails: mailBox("/dev/null"),
      connections: 2,
    });
  let running: Awaited<ReturnType<typeof serve>> | null = await serve(0);
  const { url } = running;
  const stop = async () => {
    await running?.stop();
    running = null;
  };
  const start = async () => {
    running ??= await serve(Number(new URL(url).port));
  };
  return { url, start, stop };
}
