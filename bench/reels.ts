import postgres from "postgres";
import { asUser } from "./as-user.ts";
import type { Bench } from "./cases.ts";
import { printFigure } from "./figures.ts";
import { median } from "./product.ts";

const SIZES = [400, 5_600, 50_000];
const REPEATS = 20;
const CALLERS = 10;
const LOAD_MS = 8_000;
const WHOLE_PAGE = 10_000;

/** Cohorts of short videos: scored in SQL, a page and the whole over HTTP, alone and with ten callers. */
export async function benchReels({ info, userId, accessToken }: Bench) {
  const sql = postgres(info.databaseUrl, { max: 1, onnotice: () => {} });
  try {
    for (const reels of SIZES) {
      const workspace = await fill(sql, userId, reels);
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
      const { perSecond, differing } = await load(() => get(first), alone);
      console.log(
        `${`${of}: ten callers`.padEnd(28)} ${perSecond.toFixed(1).padStart(9)} requests/s, ${differing} answers unlike the first`,
      );
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

async function load(get: () => Promise<string>, expected: string) {
  const start = performance.now();
  let answers = 0;
  let differing = 0;
  await Promise.all(
    Array.from({ length: CALLERS }, async () => {
      while (performance.now() - start < LOAD_MS) {
        differing += (await get()) === expected ? 0 : 1;
        answers += 1;
      }
    }),
  );
  return { perSecond: answers / ((performance.now() - start) / 1000), differing };
}

/**
 * Reels as an ingest every six hours leaves them: half of the last week, the rest of the 23 days
 * before, each seen in one to four runs, by 1 author in 14; 2 % without views, one in fifty a tie.
 */
async function fill(sql: postgres.Sql, userId: string, reels: number) {
  const name = `${reels} reels`;
  const [{ workspace }] = await sql<[{ workspace: string }]>`
    insert into workspaces (name) values (${name}) returning id as workspace`;
  await sql`insert into workspace_members (workspace_id, user_id, role) values (${workspace}, ${userId}, 'member')`;
  await sql`select setseed(0.7)`;
  await sql`
    insert into posts (workspace_id, platform, external_id, url, author_handle, caption, media_kind, published_at)
    select ${workspace}, 'instagram', 'bench' || ${reels}::int || '-' || n, 'https://www.instagram.com/reel/bench' || n || '/',
      'author' || n % ${Math.ceil(reels / 14)}::int, 'Reel ' || n || ' #tag' || n % 50, 'reel',
      now() - make_interval(secs => 60 + 86400 * case when random() < 0.5 then 7 * random() else 7 + 22.9 * random() end)
    from generate_series(1, ${reels}::int) as n`;
  await sql`
    insert into post_metrics (workspace_id, post_id, bucket_at, source, captured_at, views, likes, comments, shares, absent, definition, is_simulated)
    select ${workspace}, id, slot, 'apify_instagram', slot, v, (v * rate * 0.8)::bigint, (v * rate * 0.1)::bigint,
      case when shared then (v * rate * 0.1)::bigint end,
      '{"reach":"not_offered","saves":"not_offered","clicks":"not_offered","impressions":"not_offered","video_views":"not_offered"}'::jsonb
        || case when shared then '{}' else '{"shares":"not_offered"}'::jsonb end,
      'apify_instagram.v1', true
    from (select id, 1 + floor(random() * 4)::int as seen, 0.005 + random() * 0.15 as rate, random() > 0.2 as shared,
        case when id % 50 = 0 then 10000 when random() < 0.02 then 0 else exp(5 + random() * 9) end as views
      from posts where workspace_id = ${workspace}) as p,
      generate_series(0, seen - 1) as k,
      lateral (select date_trunc('second', now()) - make_interval(hours => 6 * k) as slot, round(views * (1 - k * 0.1))::bigint as v) as at
    order by slot`;
  await sql`select private.rebuild_post_latest(${workspace})`;
  await sql`vacuum analyze posts, post_metrics, post_latest, post_ages`;
  return workspace;
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
