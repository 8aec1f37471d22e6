import { Problem, runScript } from "./problem.ts";
import { advisorFindings } from "./supabase/advisors.ts";
import { prepareDatabase } from "./supabase/prepare.ts";
import { startThrowawayCluster } from "./supabase/throwaway.ts";

await runScript(async () => {
  const cluster = await startThrowawayCluster();
  try {
    await prepareDatabase(cluster.url);
    const findings = await advisorFindings(cluster.url);
    if (findings) throw new Problem(findings);
    console.log("Supabase's advisors find nothing of level WARN or ERROR.");
  } finally {
    await cluster.stop();
  }
});
