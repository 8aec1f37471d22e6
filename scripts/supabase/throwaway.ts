import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../ports.ts";
import { type Cluster, startCluster } from "./cluster.ts";

export type ThrowawayCluster = Cluster & { folder: string };

/** A PostgreSQL in a new temporary folder. Stopping it removes both. */
export async function startThrowawayCluster(): Promise<ThrowawayCluster> {
  const folder = await mkdtemp(join(tmpdir(), "media-metrics-"));
  // The account that runs PostgreSQL has to get through.
  await chmod(folder, 0o711);
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    const cluster = await startCluster(folder, { port: await freePort(), durable: false });
    return { ...cluster, folder, stop: () => cluster.stop().then(remove) };
  } catch (error) {
    await remove();
    throw error;
  }
}
