import { readFile, writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { Problem, runScript } from "./problem.ts";
import { databaseTypes, TYPES_FILE } from "./supabase/database-types.ts";
import { prepareDatabase } from "./supabase/prepare.ts";
import { startThrowawayCluster } from "./supabase/throwaway.ts";

const { values } = parseArgs({ options: { check: { type: "boolean", default: false } } });

await runScript(async () => {
  const cluster = await startThrowawayCluster();
  try {
    await prepareDatabase(cluster.url);
    const types = await databaseTypes(cluster.url);
    if (!values.check) return await writeFile(TYPES_FILE, types);
    if (types === (await readFile(TYPES_FILE, "utf8"))) return;
    throw new Problem(
      "lib/supabase/database.types.ts does not fit the migrations. Run npm run db:types and commit it.",
    );
  } finally {
    await cluster.stop();
  }
});
