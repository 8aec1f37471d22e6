import postgres from "postgres";
import { asUser } from "./as-user.ts";
import type { Bench } from "./cases.ts";
import { printFigure } from "./figures.ts";
import { median } from "./product.ts";

const REPEATS = 30;
const SNAPSHOTS = 10_000_000;
const PER_POST = 1000;
const POSTS_A_WORKSPACE = 1000;

/** The posts page and a post's history with 10 million snapshots of ten workspaces. */
export async function benchPosts({ info, userId, product }: Bench) {
  const sql = postgres(info.databaseUrl, { max: 1, onnotice: () => {} });
  try {
    await fill(sql, info.workspaceId);
    const workspace = info.workspaceId;
    const [{ post }] = await sql<[{ post: string }]>`
      select max(id) as post from posts where workspace_id = ${workspace}`;
    const note = `${SNAPSHOTS.toLocaleString("en")} snapshots, row level security on`;
    const page = await timed(() =>
      asUser(sql, userId, (as) => as`select list_posts(${workspace}, take => 50)`),
    );
    printFigure("posts page of 50, SQL", { ms: page }, note);
    const byViews = await timed(() =>
      asUser(sql, userId, (as) => as`select list_posts(${workspace}, sort => 'views', take => 50)`),
    );
    printFigure("posts page by views, SQL", { ms: byViews }, note);
    const history = await timed(() =>
      asUser(sql, userId, (as) => as`select post_series(${post}, 'views', 'youtube_data')`),
    );
    printFigure("history of 1,000 points, SQL", { ms: history }, note);
    const http = await timed(async () => await product.call("GET", "/api/v1/posts"));
    printFigure("posts page of 50, HTTP", { ms: http }, note);
    await explain(sql, userId, workspace, post);
  } finally {
    await sql.end();
  }
}

async function timed(call: () => Promise<{ ms: number }>) {
  const times: number[] = [];
  for (let turn = 0; turn < REPEATS; turn += 1) times.push((await call()).ms);
  return median(times);
}

/** Hourly snapshots back from now, in monthly partitions as they would have been made. */
async function fill(sql: postgres.Sql, workspaceId: string) {
  await sql`set session_replication_role = replica`;
  for (let back = 1; back <= 3; back += 1) {
    await sql.unsafe(`do $$ declare month date := (date_trunc('month', now()) - interval '${back} months')::date; begin
      execute format('create table if not exists partitions.post_metrics_%s partition of public.post_metrics for values from (%L) to (%L)',
        to_char(month, 'YYYY_MM'), month::text || ' 00:00+00', (month + interval '1 month')::date::text || ' 00:00+00'); end $$`);
  }
  const workspaces = SNAPSHOTS / PER_POST / POSTS_A_WORKSPACE;
  await sql`
    insert into workspaces (id, name)
    select gen_random_uuid(), 'Workspace ' || n from generate_series(2, ${workspaces}::int) as n`;
  await sql`
    insert into posts (workspace_id, platform, external_id, url, title, author_handle, media_kind, published_at)
    select w.id, 'youtube', 'bench' || n, 'https://www.youtube.com/watch?v=bench' || n, 'Post ' || n, 'author' || n % 20,
      'video', now() - make_interval(hours => n)
    from (select id from workspaces where id = ${workspaceId} or name like 'Workspace %'
      order by id <> ${workspaceId} limit ${workspaces}) as w, generate_series(1, ${POSTS_A_WORKSPACE}::int) as n`;
  console.log(`  writing ${SNAPSHOTS.toLocaleString("en")} snapshots`);
  await sql`
    insert into post_metrics (workspace_id, post_id, bucket_at, source, captured_at, views, likes, comments, absent, definition, is_simulated)
    select p.workspace_id, p.id, slot, 'youtube_data', slot + interval '2 minutes', 1000 * n, 10 * n, n,
      '{"reach":"not_offered","saves":"not_offered","clicks":"not_offered","shares":"not_offered","impressions":"not_offered","video_views":"not_offered"}',
      'youtube_data.2026-08-27', true
    from posts as p, generate_series(1, ${PER_POST}::int) as n,
      lateral (select date_trunc('hour', now()) - make_interval(hours => ${PER_POST} - n)) as t (slot)
    where p.external_id like 'bench%'`;
  await sql`
    insert into post_latest
    select distinct on (post_id) post_id, workspace_id, bucket_at, source, captured_at, impressions, reach, views, likes,
      comments, shares, saves, clicks, video_views, absent, definition, is_simulated
    from post_metrics where bucket_at = date_trunc('hour', now())
    order by post_id, bucket_at desc on conflict do nothing`;
  await sql`set session_replication_role = origin`;
  await sql`vacuum analyze posts, post_latest, post_metrics`;
}

/** Which partitions and indexes answer: the plan of the newest numbers, and of one history. */
async function explain(sql: postgres.Sql, userId: string, workspace: string, post: string) {
  for (const [what, statement] of [
    [
      "latest",
      `select * from public.post_list where workspace_id = '${workspace}' order by published_at desc nulls last, id desc limit 50`,
    ],
    [
      "history",
      `select captured_at, views from public.post_metrics where workspace_id = '${workspace}' and post_id = ${post} and source = 'youtube_data' and bucket_at > now() - interval '10 days' order by bucket_at`,
    ],
  ]) {
    const { rows } = await asUser(sql, userId, (as) =>
      as.unsafe(`explain (analyze, costs off, timing off, summary off) ${statement}`),
    );
    console.log(`  plan of ${what}:`);
    for (const row of rows) console.log(`    ${Object.values(row)[0]}`);
  }
}
