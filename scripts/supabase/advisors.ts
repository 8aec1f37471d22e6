import { supabaseCli } from "./cli.ts";

/** What Supabase's security and performance advisors find at level WARN or ERROR; "" when nothing. */
export async function advisorFindings(databaseUrl: string) {
  const levels = ["--type", "all", "--level", "warn", "--fail-on", "warn"];
  const { stdout, stderr, code } = await supabaseCli([
    ...["db", "advisors", ...levels],
    ...["--remote", databaseUrl],
  ]);
  return code === 0 ? "" : stdout + stderr;
}
