import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { testEnv } from "../../support/env.ts";
import { type Supabase, startSupabase } from "../../support/supabase.ts";
import { serveRoutes } from "./serve-routes.ts";

const MAIN = join(import.meta.dirname, "../../../cli/main.ts");

export type CommandLine = Awaited<ReturnType<typeof startCommandLine>>;

/** The command line itself, in processes of its own, against real endpoints and a real sign-in. */
export async function startCommandLine() {
  const supabase: Supabase = await startSupabase();
  const server = await serveRoutes();
  const folder = await mkdtemp(join(tmpdir(), "media-metrics-cli-"));
  const people = new Map<string, Awaited<ReturnType<Supabase["createUser"]>>>();
  for (const name of ["ada", "bob"]) people.set(name, await supabase.createUser(name));

  function start(name: string, words: string[], env: Record<string, string> = {}) {
    const person = people.get(name);
    const child = spawn(process.execPath, [MAIN, ...words], {
      cwd: folder,
      stdio: ["ignore", "pipe", "pipe"],
      env: {
        NODE_ENV: "test",
        PATH: process.env.PATH ?? "",
        XDG_CONFIG_HOME: join(folder, name),
        APP_URL: server.url,
        NEXT_PUBLIC_SUPABASE_URL: supabase.url,
        NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY: testEnv.NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY,
        ...(person && {
          MEDIA_METRICS_EMAIL: person.email,
          MEDIA_METRICS_PASSWORD: person.password,
        }),
        ...env,
      },
    });
    return { child, ended: outcome(child) };
  }
  return {
    supabase,
    server,
    folder,
    person(name: string) {
      const found = people.get(name);
      if (!found) throw new Error(`There is no ${name}.`);
      return found;
    },
    start,
    run: (name: string, words: string[], env?: Record<string, string>) =>
      start(name, words, env).ended,
    async stop() {
      await server.stop();
      await supabase.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function outcome(child: ChildProcess) {
  let stdout = "";
  let stderr = "";
  child.stdout?.on("data", (chunk) => (stdout += chunk));
  child.stderr?.on("data", (chunk) => (stderr += chunk));
  return new Promise<{ code: number | null; stdout: string; stderr: string }>((resolve) => {
    child.on("close", (code) => resolve({ code, stdout, stderr }));
  });
}
