import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { freePort } from "../../scripts/ports.ts";
import { startCluster } from "../../scripts/supabase/cluster.ts";
import { prepareDatabase } from "../../scripts/supabase/prepare.ts";

export const TEMPLATE = "migrated";

declare module "vitest" {
  interface ProvidedContext {
    clusterUrl: string;
  }
}

/** One PostgreSQL for the whole run, with every migration applied once to a template. */
export default async function setup(project: TestProject) {
  const folder = await mkdtemp(join(tmpdir(), "media-metrics-tests-"));
  // The account that runs PostgreSQL has to get through.
  await chmod(folder, 0o711);
  const cluster = await startCluster(folder, { port: await freePort(), durable: false });
  async function stop() {
    await cluster.stop();
    await rm(folder, { recursive: true, force: true });
  }
  try {
    const admin = postgres(cluster.url, { max: 1 });
    await admin.unsafe(`create database ${TEMPLATE}`);
    await admin.end();
    await prepareDatabase(cluster.databaseUrl(TEMPLATE));
  } catch (error) {
    await stop();
    throw error;
  }
  project.provide("clusterUrl", cluster.url);
  return stop;
}
