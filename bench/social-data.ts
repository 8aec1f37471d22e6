import type postgres from "postgres";

export type SocialSet = { name: string; people: number; posts: number; tags: number };
export type SocialPosts = Record<"typical" | "wide" | "viral" | "chain", number>;

/**
 * A workspace of posts, threads and engagement events, shaped as the original's test data: a tenth of the posts of
 * the last hour, a fifth of the last day, the rest of 60 days; 1 to 4 tags, five of them five times as likely; threads
 * under 60 %; 5 to 80 events a post. Four posts have threads made on purpose. Prints what storing took.
 */
export async function fillSocial(sql: postgres.Sql, userId: string, set: SocialSet) {
  const step = async (what: string, store: () => Promise<{ count: number }>) => {
    const start = performance.now();
    const { count } = await store();
    const ms = performance.now() - start;
    console.log(
      `  ${set.name}: ${count.toLocaleString("en")} ${what} stored in ${(ms / 1000).toFixed(1)} s`,
    );
  };
  const [{ id: workspace }] = await sql<[{ id: string }]>`
    insert into workspaces (name) values (${`social ${set.name}`}) returning id`;
  await sql`insert into workspace_members (workspace_id, user_id, role) values (${workspace}, ${userId}, 'member')`;
  await sql`select setseed(0.1337)`;
  await step(
    "posts with their tags and people",
    () => sql`
    insert into posts (workspace_id, platform, external_id, url, author_handle, caption, published_at)
    select ${workspace}, 'instagram', 'p' || n, 'https://www.instagram.com/p/p' || n || '/', 'user_' || 1 + floor(random() * ${set.people}::int),
      'Post ' || n || (select string_agg(' #' || case when random() < 0.08 then (array['ai', 'python', 'news', 'sports', 'travel'])[1 + floor(random() * 5)::int]
        else 'tag' || floor(random() * ${set.tags}::int) end, '') from generate_series(1, 1 + floor(random() * 4)::int) where n > 0),
      now() - make_interval(secs => case when random() < 0.1 then 3600 * random() when random() < 0.22 then 86400 * random() else 60 * 86400 * random() end)
    from generate_series(1, ${set.posts}::int) as n`,
  );
  await sql`
    create temporary table social_post on commit preserve rows as
    select p.id, p.published_at, w.id as author_id, row_number() over (order by p.id desc)::int as n
    from posts as p join people as w on w.workspace_id = p.workspace_id and w.platform = p.platform and w.key = p.author_key
    where p.workspace_id = ${workspace}`;
  await sql`
    create temporary table social_comment (post_id bigint, number int, parent int, likes int) on commit preserve rows`;
  await sql`
    insert into social_comment
    with recursive thread as (
      select p.id as post_id, r::text as path, null::text as parent, 1 as depth, floor(random() * 51)::int as likes
      from social_post as p, generate_series(1, floor(random() * 4)::int * (random() < 0.6)::int + 0 * p.n) as r where p.n > 4
      union all
      select t.post_id, t.path || '.' || r, t.path, t.depth + 1, floor(random() * 26)::int
      from thread as t, generate_series(1, floor(random() * (5 - t.depth))::int + 0 * t.depth) as r where t.depth < 4
    ), numbered as (select *, row_number() over (partition by post_id order by depth, path)::int as number from thread)
    select c.post_id, c.number, p.number, c.likes from numbered as c left join numbered as p on p.post_id = c.post_id and p.path = c.parent`;
  await sql`
    insert into social_comment
    select (select id from social_post where social_post.n = made.place), number, parent, likes from (
      select 1 as place, number, nullif(number / 3, 0) as parent, (number * 7) % 25 as likes from generate_series(1, 30) as number
      union all select 2, number, nullif(floor(random() * number)::int, 0), floor(random() * 26)::int from generate_series(1, 3000) as number
      union all select 3, number, case when number <= 20 then null else number - 20 end, 10 + number % 20 from generate_series(1, 481) as number
      union all select 4, number, nullif(number - 1, 0), 12 from generate_series(1, 1500) as number) as made`;
  await sql`
    create temporary table social_written on commit preserve rows as
    select c.*, nextval('comments_id_seq') as id, 1 + floor(random() * ${set.people}::int)::int as author from social_comment as c`;
  await sql`analyze social_post`;
  await sql`analyze social_written`;
  await step(
    "comments with their threads",
    () => sql`
    insert into comments (id, workspace_id, post_id, platform, external_id, parent_external_id, parent_id, author_id, body, likes, published_at, source, is_simulated)
    overriding system value
    select c.id, ${workspace}, c.post_id, 'instagram', 'c' || c.number, 'c' || c.parent, up.id, w.id, 'What comment ' || c.number || ' says', c.likes,
      p.published_at + make_interval(secs => c.number), 'import', true
    from social_written as c join social_post as p on p.id = c.post_id
    left join social_written as up on up.post_id = c.post_id and up.number = c.parent
    left join people as w on w.workspace_id = ${workspace} and w.platform = 'instagram' and w.key = 'user_' || c.author`,
  );
  await step(
    "engagement events",
    () => sql`
    insert into engagements (workspace_id, post_id, comment_id, platform, kind, person_id, receiver_id, occurred_at, source, is_simulated)
    select ${workspace}, e.post_id, case when e.on_comment then c.id end, 'instagram',
      (case when e.kind < 10 then 'view' when e.kind < 15 then 'like' when e.kind < 16 then 'share' else 'bookmark' end)::engagement_kind, w.id,
      case when e.on_comment and c.id is not null then c.author_id else e.author_id end, e.at, 'seed', true
    from (
      select p.id as post_id, p.author_id, floor(random() * 17)::int as kind, 1 + floor(random() * ${set.people}::int)::int as fan,
        random() < 0.1 as on_comment, p.published_at + random() * (now() - p.published_at) as at
      from social_post as p, generate_series(1, 5 + floor(random() * 76)::int + 0 * p.n)) as e
    join people as w on w.workspace_id = ${workspace} and w.platform = 'instagram' and w.key = 'user_' || e.fan
    left join lateral (select c.id, c.author_id from comments as c where c.post_id = e.post_id and e.on_comment limit 1) as c on true
    on conflict do nothing`,
  );
  const chosen = await sql<
    { n: number; id: string }[]
  >`select n, id from social_post where n <= 4 order by n`;
  for (const table of ["social_post", "social_comment", "social_written"])
    await sql`drop table ${sql(table)}`;
  await sql`vacuum analyze posts, post_hashtags, hashtags, people, comments, comment_threads, engagements, engagement_totals`;
  const [typical = 0, wide = 0, viral = 0, chain = 0] = chosen.map(({ id }) => Number(id));
  return { workspace, posts: { typical, wide, viral, chain } satisfies SocialPosts };
}
