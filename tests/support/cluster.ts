import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { prepareDatabase } from "../../scripts/supabase/prepare.ts";
import { startThrowawayCluster } from "../../scripts/supabase/throwaway.ts";

declare module "vitest" {
  interface ProvidedContext {
    clusterUrl: string;
    templateName: string;
  }
}

const TEMPLATE = "migrated";

/** One PostgreSQL for the whole run, with every migration applied once to a template. */
export default async function setup(project: TestProject) {
  const cluster = await startThrowawayCluster();
  try {
    const admin = postgres(cluster.url, { max: 1 });
    await admin.unsafe(`create database ${TEMPLATE}`);
    await admin.end();
    await prepareDatabase(cluster.databaseUrl(TEMPLATE));
  } catch (error) {
    await cluster.stop();
    throw error;
  }
  project.provide("clusterUrl", cluster.url);
  project.provide("templateName", TEMPLATE);
  return () => cluster.stop();
}
