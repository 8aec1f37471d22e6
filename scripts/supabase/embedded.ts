import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { freePort, portSetting, requireFreePort } from "../ports.ts";
import { Problem } from "../problem.ts";
import { startCluster } from "./cluster.ts";
import { type Keys, keepKeys } from "./keys.ts";
import { type Mail, mailBox } from "./mail-box.ts";
import { prepareDatabase } from "./prepare.ts";
import { serveSupabase } from "./server.ts";

export type EmbeddedSupabase = {
  url: string;
  databaseUrl: string;
  keys: Keys;
  migrationsApplied: string[];
  stop(): Promise<void>;
};

type Options = {
  dataDir: string;
  siteUrl: string;
  /** A PostgreSQL that is already there, instead of one of our own. */
  database?: string;
  emailConfirmation?: boolean;
  durable?: boolean;
  onMail?: (mail: Mail) => void;
};

/** Starts Supabase with its data in `dataDir`. SUPABASE_PORT and DATABASE_PORT move it. */
export async function startEmbeddedSupabase(options: Options): Promise<EmbeddedSupabase> {
  const dataDir = resolve(options.dataDir);
  const port = portSetting("SUPABASE_PORT", 54321);
  await requireFreePort(port, "SUPABASE_PORT");
  await mkdir(dataDir, { recursive: true });
  const cluster = options.database
    ? null
    : await startCluster(dataDir, { port: await databasePort(), durable: options.durable ?? true });
  try {
    const databaseUrl = options.database ?? cluster?.url ?? "";
    const [keys, migrationsApplied] = await Promise.all([
      keepKeys(dataDir),
      prepareDatabase(databaseUrl).catch((cause) => {
        if (!options.database) throw cause;
        const { host } = new URL(options.database);
        throw new Problem(`The database at ${host} cannot be used: ${cause.message}`, { cause });
      }),
    ]);
    const server = await serveSupabase({
      databaseUrl,
      keys,
      port,
      siteUrl: options.siteUrl,
      emailConfirmation: options.emailConfirmation ?? false,
      storageFolder: join(dataDir, "storage"),
      mails: mailBox(join(dataDir, "mails.jsonl"), options.onMail),
    });
    return {
      url: server.url,
      databaseUrl,
      keys,
      migrationsApplied,
      async stop() {
        await server.stop();
        await cluster?.stop();
      },
    };
  } catch (error) {
    await cluster?.stop();
    throw error;
  }
}

/** The named port must be free; the default one gives way to another. */
async function databasePort() {
  const port = portSetting("DATABASE_PORT", 54322);
  if (process.env.DATABASE_PORT) await requireFreePort(port, "DATABASE_PORT");
  return requireFreePort(port, "DATABASE_PORT").then(
    () => port,
    () => freePort(),
  );
}
