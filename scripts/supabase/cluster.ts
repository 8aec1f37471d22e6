import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { createWriteStream } from "node:fs";
import { access, chown, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { startGuarded } from "../guarded.ts";
import { Problem } from "../problem.ts";
import { findBinaries, makeReachable, type Owner, postgresOwner } from "./binaries.ts";
import { postgresSettings } from "./postgres-settings.ts";

const START_TIMEOUT_MS = 30_000;

export type Cluster = {
  /** The database `postgres`, as superuser. */
  url: string;
  databaseUrl(name: string): string;
  stop(): Promise<void>;
};

/**
 * Starts a PostgreSQL 17 on 127.0.0.1 whose data is in `folder`, making it on the first start.
 * With `durable: false` a crash may lose it all, which is fine for a test.
 */
export async function startCluster(
  folder: string,
  { port, durable = true }: { port: number; durable?: boolean },
): Promise<Cluster> {
  const owner = postgresOwner();
  const data = await makeReachable(join(folder, "postgres"), owner);
  if (owner) await chown(data, owner.uid, owner.gid);
  const programs = await findBinaries(owner);
  const password = await readPassword(folder);
  if (!(await isInitialised(data))) await initialise(programs.initdb, data, password, owner);

  const settings = postgresSettings(port, durable).flatMap((setting) => ["-c", setting]);
  const server = startGuarded(programs.postgres, ["-D", data, ...settings], {
    signal: "SIGINT",
    wholeGroup: false,
    ...owner,
  });
  const log = createWriteStream(join(folder, "postgres.log"), { flags: "a", mode: 0o600 });
  server.process.stdout.pipe(log, { end: false });
  server.process.stderr.pipe(log, { end: false });
  const databaseUrl = (name: string) => `postgres://postgres:${password}@127.0.0.1:${port}/${name}`;
  try {
    await Promise.race([ready(databaseUrl("postgres")), failed(server.ended, folder)]);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return {
    url: databaseUrl("postgres"),
    databaseUrl,
    async stop() {
      await server.stop();
      log.end();
    },
  };
}

async function readPassword(folder: string) {
  const file = join(folder, "postgres-password");
  try {
    return await readFile(file, "utf8");
  } catch {
    const password = randomBytes(18).toString("hex");
    await writeFile(file, password, { mode: 0o600 });
    return password;
  }
}

async function isInitialised(data: string) {
  return access(join(data, "PG_VERSION")).then(
    () => true,
    () => false,
  );
}

async function initialise(initdb: string, data: string, password: string, owner: Owner | null) {
  const secrets = await mkdtemp(join(tmpdir(), "postgres-password-"));
  const file = join(secrets, "password");
  await writeFile(file, password, { mode: 0o600 });
  if (owner) await Promise.all([secrets, file].map((path) => chown(path, owner.uid, owner.gid)));
  const args = ["--username=postgres", "--auth=scram-sha-256", `--pwfile=${file}`];
  try {
    execFileSync(
      initdb,
      [`--pgdata=${data}`, ...args, "--encoding=UTF8", "--locale=C", "--no-sync"],
      { stdio: "pipe", ...owner },
    );
  } catch (cause) {
    throw new Error("PostgreSQL could not make its data folder.", { cause });
  } finally {
    await rm(secrets, { recursive: true });
  }
}

async function ready(url: string) {
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (true) {
    const probe = postgres(url, { max: 1, connect_timeout: 2, onnotice: () => {} });
    try {
      await probe`select 1`;
      return;
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await sleep(50);
    } finally {
      await probe.end({ timeout: 1 });
    }
  }
}

async function failed(ended: Promise<number>, folder: string): Promise<never> {
  await ended;
  throw new Problem(
    `PostgreSQL did not start. Its reason is at the end of ${join(folder, "postgres.log")}.`,
  );
}
