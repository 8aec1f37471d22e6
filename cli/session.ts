import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { z } from "zod";
import { CliProblem } from "./problem.ts";

const session = z.object({
  appUrl: z.url(),
  supabaseUrl: z.url(),
  publishableKey: z.string(),
  email: z.string(),
  accessToken: z.string(),
  refreshToken: z.string(),
  /** Seconds since 1970. */
  expiresAt: z.number(),
  /** Which workspace is meant where none is named. Null: the one that is active in the pages. */
  workspaceId: z.uuid().nullable(),
});
export type Session = z.output<typeof session>;

/** In the person's own configuration folder. */
export function sessionFile() {
  const { XDG_CONFIG_HOME, APPDATA } = process.env;
  const folder = XDG_CONFIG_HOME || APPDATA || join(homedir(), ".config");
  return join(folder, "media-metrics-lab", "session.json");
}

export async function readSession(): Promise<Session | null> {
  const text = await readFile(sessionFile(), "utf8").catch(() => null);
  if (text === null) return null;
  try {
    return session.parse(JSON.parse(text));
  } catch (error) {
    throw new CliProblem(`${sessionFile()} cannot be read. Sign in again: sign-in.`, 1, {
      cause: error,
    });
  }
}

/** Readable by nobody else from its first byte on; whole or not there at all. */
export async function keepSession(kept: Session) {
  const file = sessionFile();
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const fresh = `${file}.${process.pid}`;
  // Of a process of the same number that was killed here.
  await rm(fresh, { force: true });
  await writeFile(fresh, `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600, flag: "wx" });
  await rename(fresh, file);
}

export async function forgetSession() {
  await rm(sessionFile(), { force: true });
}
