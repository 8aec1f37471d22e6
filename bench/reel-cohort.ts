import type postgres from "postgres";

/**
 * Reels as an ingest every six hours leaves them: half of the last week, the rest of the 23 days
 * before, each seen in one to four runs, by 1 author in 14; 2 % without views, one in fifty a tie.
 */
export async function fillCohort(sql: postgres.Sql, userId: string, reels: number) {
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
  await sql`vacuum analyze posts, post_metrics, post_latest, post_ages, private.reel_facts`;
  return workspace;
}
