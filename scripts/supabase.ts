import { runScript } from "./problem.ts";
import { startEmbeddedSupabase } from "./supabase/embedded.ts";

await runScript(async () => {
  const supabase = await startEmbeddedSupabase({
    dataDir: process.env.DATA_DIR ?? ".data",
    siteUrl: process.env.APP_URL ?? "http://localhost:3000",
    emailConfirmation: process.env.EMAIL_CONFIRMATION === "true",
    onMail: ({ to, subject, link }) => console.log(`[mail] ${to}: ${subject}\n       ${link}`),
  });
  console.log(`Supabase    ${supabase.url}\nSQL         psql ${supabase.databaseUrl}`);
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.once(signal, () => supabase.stop().then(() => process.exit()));
  }
});
