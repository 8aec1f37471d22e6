import { execFile } from "node:child_process";
import { tmpdir } from "node:os";
import { resolve } from "node:path";
import { promisify } from "node:util";
import { z } from "zod";

const BINARY = resolve(import.meta.dirname, "../../node_modules/.bin/supabase");
const failure = z.object({ stdout: z.string(), stderr: z.string(), code: z.number() });

/** Runs the Supabase CLI without telemetry. Rejects only when it cannot be run at all. */
export async function supabaseCli(args: string[]) {
  const options = {
    // Elsewhere: a folder that knows a linked project would be asked about it.
    cwd: tmpdir(),
    maxBuffer: 64 * 1024 * 1024,
    env: {
      ...process.env,
      DO_NOT_TRACK: "1",
      SUPABASE_TELEMETRY_DISABLED: "1",
      PGSSLMODE: "disable",
    },
  };
  try {
    const { stdout, stderr } = await promisify(execFile)(BINARY, args, options);
    return { stdout, stderr, code: 0 };
  } catch (error) {
    const failed = failure.safeParse(error);
    if (failed.success) return failed.data;
    throw error;
  }
}
