import postgres from "postgres";
import { asUser } from "./as-user.ts";
import type { Bench } from "./cases.ts";
import { printFigure } from "./figures.ts";
import { under } from "./load.ts";
import { median } from "./product.ts";
import { fillCohort } from "./reel-cohort.ts";

const SIZES = [400, 5_600, 50_000];
const REPEATS = 20;
const LOAD_MS = 8_000;
const WHOLE_PAGE = 10_000;

/** Cohorts of short videos: scored in SQL, a page and the whole over HTTP, alone and with ten callers. */
export async function benchReels({ info, userId, accessToken }: Bench) {
  const sql = postgres(info.databaseUrl, { max: 1, onnotice: () => {} });
  try {
    for (const reels of SIZES) {
      const workspace = await fillCohort(sql, userId, reels);
      const of = `${reels.toLocaleString("en")} reels`;
      const [{ at }] = await sql<[{ at: string }]>`
        select max(captured_at)::text as at from post_latest where workspace_id = ${workspace}`;
      const scored = await timed(
        () => sql`select count(*) from private.score_reels(${workspace}, 30, ${at})`,
      );
      printFigure(`${of}: scored, SQL`, { ms: scored });
      const page = await timed(() =>
        asUser(sql, userId, (as) => as`select reel_performance(${workspace}, 30)`),
      );
      printFigure(`${of}: page of 50, SQL`, { ms: page }, "scores kept");

      const get = async (path: string) => {
        const headers = { authorization: `Bearer ${accessToken}`, "x-workspace-id": workspace };
        const answer = await fetch(new URL(`/api/v1/reels/${path}`, info.appUrl), { headers });
        const text = await answer.text();
        if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${text}`);
        return text;
      };
      const first = "performance?window=30d";
      const alone = await get(first);
      printFigure(`${of}: first page, HTTP`, { ms: await timed(() => get(first)) });
      const wholePages = Math.ceil(reels / WHOLE_PAGE);
      let bytes = 0;
      const whole = await timed(async () => {
        bytes = 0;
        for (let number = 1; number <= wholePages; number += 1) {
          bytes += (await get(`${first}&limit=${WHOLE_PAGE}&page=${number}`)).length;
        }
      }, 5);
      const size = `${(bytes / 1e6).toFixed(1)} MB in ${wholePages} page${wholePages > 1 ? "s" : ""}`;
      printFigure(`${of}: whole cohort, HTTP`, { ms: whole }, size);
      const { perSecond, answers } = await under(() => get(first), LOAD_MS);
      const differing = answers.filter((text) => text !== alone).length;
      const unlike = `${differing} of ${answers.length} answers unlike the first`;
      printFigure(`${of}: ten callers`, { requestsPerSecond: perSecond }, unlike);
    }
    await explain(sql, userId);
  } finally {
    await sql.end();
  }
}

async function timed(call: () => PromiseLike<unknown>, repeats = REPEATS) {
  const times: number[] = [];
  await call();
  for (let turn = 0; turn < repeats; turn += 1) {
    const start = performance.now();
    await call();
    times.push(performance.now() - start);
  }
  return median(times);
}

async function explain(sql: postgres.Sql, userId: string) {
  const { rows } = await asUser(sql, userId, (as) =>
    as.unsafe(`explain (analyze, costs off, timing off, summary off)
      select l.post_id from public.post_latest as l join public.posts as p on p.id = l.post_id and p.workspace_id = l.workspace_id
      where l.workspace_id = (select id from public.workspaces where name = '400 reels')
        and p.workspace_id = l.workspace_id and p.published_at > now() - interval '7 days'`),
  );
  console.log("  plan of a small workspace's week beside the large ones:");
  for (const row of rows) console.log(`    ${Object.values(row)[0]}`);
}
