import { createHash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { startGuarded } from "../guarded.ts";
import { Problem } from "../problem.ts";

const ROOT = resolve(import.meta.dirname, "../..");
const SOURCES = ["app", "components", "lib", "public"];
const FILES = ["middleware.ts", "next.config.ts", "package-lock.json", "postcss.config.mjs"];
const STAMP = join(ROOT, process.env.NEXT_DIST_DIR ?? ".next", "sources-of-this-build");
const NEXT = join(ROOT, "node_modules/next/dist/bin/next");

/**
 * Makes the production build in .next (or NEXT_DIST_DIR), unless one of the same sources is there. It holds no
 * address and no key (they are read when the server starts), so that it serves any of them.
 */
export async function ensureBuild() {
  const sources = await hashOfSources();
  const built = await readFile(STAMP, "utf8").catch(() => null);
  if (built === sources) return;
  const build = startGuarded(process.execPath, [NEXT, "build"], {
    cwd: ROOT,
    env: {
      NODE_ENV: "production",
      NEXT_PUBLIC_SUPABASE_URL: undefined,
      NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY: undefined,
      NEXT_TELEMETRY_DISABLED: "1",
    },
  });
  const output: Buffer[] = [];
  build.process.stdout.on("data", (chunk) => output.push(chunk));
  build.process.stderr.on("data", (chunk) => output.push(chunk));
  const code = await build.ended;
  if (code !== 0) throw new Problem(`The build failed.\n${Buffer.concat(output)}`);
  await writeFile(STAMP, sources);
}

async function hashOfSources() {
  const folders = await Promise.all(SOURCES.map(filesBelow));
  const hash = createHash("sha256");
  for (const file of [...folders.flat().sort(), ...FILES]) {
    const content = await readFile(join(ROOT, file)).catch(() => null);
    if (content && !file.endsWith(".test.ts")) hash.update(`${file}\0`).update(content);
  }
  return hash.digest("hex");
}

async function filesBelow(folder: string) {
  const entries = await readdir(join(ROOT, folder), { recursive: true, withFileTypes: true }).catch(
    () => [],
  );
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length + 1));
}
