import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import postgres from "postgres";
import { z } from "zod";
import { Problem, runScript } from "./problem.ts";

const HELP = `npm run rebuild [-- --workspace ID]

Derives posts, snapshots and latest numbers of reels ingest again from raw events alone, run by run.
It may be stopped and started again: each run is derived whole, or stays as it was.
The database is DATABASE_URL, else that of the demo (DATA_DIR, .data by default).`;

const rebuilt = z.array(
  z.object({
    run_id: z.uuid(),
    events: z.number(),
    ingested: z.number(),
    quarantined: z.number(),
    resolved: z.number(),
  }),
);

const { values } = parseArgs({
  options: { workspace: { type: "string" }, help: { type: "boolean", default: false } },
});

await runScript(async () => {
  if (values.help) return console.log(HELP);
  const workspace = z.uuid().optional().safeParse(values.workspace);
  if (!workspace.success)
    throw new Problem("--workspace: expected the id of a workspace (a UUID).");
  const sql = postgres(await databaseUrl(), { max: 1, onnotice: () => {} });
  try {
    await rebuild(sql, workspace.data ?? null);
  } finally {
    await sql.end({ timeout: 5 });
  }
});

async function rebuild(sql: postgres.Sql, workspace: string | null) {
  const runs = await sql<{ id: string; workspace_id: string; slot: Date }[]>`
    select id, workspace_id, slot from public.ingest_runs
    where (${workspace}::uuid is null or workspace_id = ${workspace}) and ended_at is not null
    order by workspace_id, slot`;
  for (const [index, { id, workspace_id, slot }] of runs.entries()) {
    const [answer] = await sql`select public.rebuild_ingest(${workspace_id}, ${id}) as runs`;
    const [run] = rebuilt.parse(answer?.runs);
    const said = run
      ? `${run.events} events, ${run.ingested} snapshots, ${run.quarantined} quarantined`
      : "nothing to derive";
    console.log(`${index + 1}/${runs.length}  ${slot.toISOString()}  ${said}`);
  }
  const ids = [...new Set(runs.map((run) => run.workspace_id))];
  for (const id of ids) {
    const [answer] = await sql`select public.ingest_hash(${id}) as hash`;
    console.log(`Workspace ${id}: ${answer?.hash}`);
  }
  if (runs.length === 0) console.log("There are no runs of ingest.");
}

async function databaseUrl() {
  if (process.env.DATABASE_URL) return process.env.DATABASE_URL;
  const file = join(process.env.DATA_DIR ?? ".data", "demo.json");
  const demo = z.object({ databaseUrl: z.url() });
  const text = await readFile(file, "utf8").catch(() => {
    throw new Problem(`Set DATABASE_URL: there is no ${file} of a demo either.`);
  });
  return demo.parse(JSON.parse(text)).databaseUrl;
}
