import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseEnv } from "node:util";
import { z } from "zod";
import { CliProblem } from "./problem.ts";

/** Where the product and its sign-in are. Nothing here opens more than its holder's own data. */
export type Server = { appUrl: string; supabaseUrl: string; publishableKey: string };

const NAMES = {
  appUrl: "APP_URL",
  supabaseUrl: "NEXT_PUBLIC_SUPABASE_URL",
  publishableKey: "NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY",
} as const;
const demo = z.object({ appUrl: z.url(), supabaseUrl: z.url(), publishableKey: z.string().min(1) });

/** Named by the environment, else .env.local or .env, else the demo that was started here. */
export function findServer(url?: string): Server {
  const found = { ...readDemo(), ...readNames(readFiles()), ...readNames(process.env) };
  const server = demo.safeParse({ ...found, ...(url && { appUrl: url }) });
  if (server.success) return { ...server.data, appUrl: withoutSlash(server.data.appUrl) };
  throw new CliProblem(
    "It is not known where the server is. Set APP_URL, NEXT_PUBLIC_SUPABASE_URL and NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY (or keep them in .env), or start the demo: npm run demo.",
  );
}

/** The address somebody asked for by name; undefined: any known one will do. */
export function wantedUrl(url?: string) {
  const wanted = url ?? process.env.APP_URL;
  if (!wanted) return undefined;
  if (URL.canParse(wanted)) return withoutSlash(wanted);
  throw new CliProblem(`"${wanted}" is no address. Give one like https://example.com.`, 2);
}

const withoutSlash = (url: string) => url.replace(/\/+$/, "");

function readNames(variables: Record<string, string | undefined>) {
  const named = Object.entries(NAMES).map(([key, name]) => [key, variables[name]]);
  return Object.fromEntries(named.filter(([, value]) => value));
}

function readFiles() {
  return { ...parseEnv(textOf(".env") ?? ""), ...parseEnv(textOf(".env.local") ?? "") };
}

function readDemo() {
  const text = textOf(join(process.env.DATA_DIR || ".data", "demo.json"));
  try {
    const read = demo.safeParse(JSON.parse(text ?? "null"));
    return read.success ? read.data : {};
  } catch {
    return {};
  }
}

function textOf(file: string) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}
