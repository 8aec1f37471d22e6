import { resolve } from "node:path";
import { supabaseCli } from "./cli.ts";

export const TYPES_FILE = resolve(import.meta.dirname, "../../lib/supabase/database.types.ts");

const HEADER = "// Made by `npm run db:types` from supabase/migrations. Do not edit.\n";

/** The TypeScript of the schema `public`, as the Supabase CLI writes it. */
export async function databaseTypes(databaseUrl: string) {
  const args = ["gen", "types", "--lang", "typescript", "--schema", "public"];
  const { stdout, stderr, code } = await supabaseCli([...args, "--remote", databaseUrl]);
  const start = stdout.indexOf("export type Json");
  if (code !== 0 || start < 0) throw new Error(`supabase gen types failed.\n${stderr}${stdout}`);
  return `${HEADER + stdout.slice(start).trimEnd()}\n`;
}
