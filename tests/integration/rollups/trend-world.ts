import { startSupabase } from "../../support/supabase.ts";
import { FIRST_MS, MOVED, NIGHTS } from "./generated-posts.ts";
import type { Post, Snapshot } from "./plain-trend.ts";

const DAY_MS = 86_400_000;
const METRICS = [
  "impressions",
  "reach",
  "views",
  "likes",
  "comments",
  "shares",
  "saves",
  "clicks",
  "video_views",
];

export type Mode = "never" | "once" | "nightly" | "half";
export type TrendWorld = Awaited<ReturnType<typeof startTrendWorld>>;

/** A Supabase in which the roll-ups go by a clock of the test's own. */
export async function startTrendWorld() {
  const supabase = await startSupabase();
  const { sql } = supabase;
  await sql(`create schema clock`);
  await sql(`create table clock.hands (at timestamptz not null)`);
  await sql(`insert into clock.hands values (now())`);
  await sql(`create function clock.now() returns timestamptz language sql stable security definer
    as 'select at from clock.hands'`);
  await sql(`grant usage on schema clock to public`);
  await sql(`grant execute on function clock.now to public`);
  for (const name of ["private.roll_up", "public.roll_up_days", "public.metric_trend"]) {
    const [found] = await sql<{ code: string }>("select pg_get_functiondef($1::regproc) as code", [
      name,
    ]);
    if (!found?.code.includes("now()")) throw new Error(`${name} asks for no time.`);
    await sql(found.code.replaceAll("now()", "clock.now()"));
  }
  const db = supabase.serviceClient();
  const setClock = (ms: number) =>
    sql("update clock.hands set at = $1", [new Date(ms).toISOString()]);
  const insert = (workspace: string, snapshots: Snapshot[], ids: string[]) =>
    sql(
      `insert into public.post_metrics (workspace_id, post_id, bucket_at, source, captured_at, views, likes, absent, definition, is_simulated)
       select $1, post_id, captured_at, source, captured_at, views, likes, absent, definition, false
       from jsonb_to_recordset($2::text::jsonb) as s (post_id bigint, source text, captured_at timestamptz, views bigint,
         likes bigint, absent jsonb, definition text)
       on conflict do nothing`,
      [
        workspace,
        JSON.stringify(
          snapshots.map(({ post, capturedMs, ...rest }) => ({
            ...rest,
            post_id: ids[post],
            captured_at: new Date(capturedMs).toISOString(),
            absent: Object.fromEntries(
              METRICS.filter((name) => rest[name as "views"] == null).map((name) => [
                name,
                "hidden",
              ]),
            ),
          })),
        ),
      ],
    );

  return {
    supabase,
    sql,
    setClock,
    rollUp: async () => {
      const { data, error } = await db.rpc("roll_up_days");
      if (error) throw error;
      return data;
    },

    /** A workspace with these posts, rolled up so often while their time went by. */
    async workspace(zone: string, posts: Post[], snapshots: Snapshot[], mode: Mode) {
      const user = await supabase.createUser("ada");
      const { workspaceId } = user;
      await sql("update public.workspaces set time_zone = $2 where id = $1", [workspaceId, zone]);
      const accounts: Record<string, string> = {};
      for (const name of ["first", "second"]) {
        const [made] = await sql<{ id: string }>(
          `insert into public.accounts (workspace_id, platform, kind, connection, external_id, name, status, is_simulated)
           values ($1, 'tiktok', 'tiktok_user', 'tiktok', $2, $2, 'connected', false) returning id`,
          [workspaceId, name],
        );
        accounts[name] = made?.id ?? "";
      }
      const ids: string[] = [];
      const cover = (post: Post) =>
        sql(
          `insert into public.account_posts (post_id, workspace_id, account_id, api_id) values ($1, $2, $3, 'api')
           on conflict (post_id) do update set account_id = excluded.account_id`,
          [ids[post.key], workspaceId, accounts[post.account ?? ""]],
        );
      for (const post of posts) {
        const [made] = await sql<{ id: string }>(
          `insert into public.posts (workspace_id, platform, external_id, url, published_at)
           values ($1, $2, $3, 'https://example.test', $4) returning id`,
          [
            workspaceId,
            post.platform,
            `post ${post.key}`,
            post.publishedMs === null ? null : new Date(post.publishedMs).toISOString(),
          ],
        );
        ids.push(made?.id ?? "");
        if (post.account && post.key !== MOVED) await cover(post);
      }
      // The last snapshot of the tenth day is recorded only after the night that rolled that day up.
      const lateFrom = FIRST_MS + 10 * DAY_MS - 5 * 3_600_000;
      const isLate = ({ capturedMs }: Snapshot) =>
        capturedMs >= lateFrom && capturedMs < lateFrom + 3_600_000 * 4;
      await insert(
        workspaceId,
        snapshots.filter((each) => !isLate(each)),
        ids,
      );
      for (let night = 1; night <= NIGHTS; night++) {
        await setClock(FIRST_MS + night * DAY_MS + 12 * 3_600_000);
        if (night === 9) for (const post of posts) if (post.key === MOVED) await cover(post);
        if (night === 11) await insert(workspaceId, snapshots.filter(isLate), ids);
        const rolls =
          mode === "nightly" ||
          (mode === "half" && (night === 7 || night === 9)) ||
          (mode === "once" && night === NIGHTS);
        if (rolls)
          await sql("select count(private.roll_up($1)) from generate_series(1, 60)", [workspaceId]);
      }
      await sql("select private.rebuild_post_latest($1)", [workspaceId]);
      return { user, workspaceId, accounts, ids };
    },

    stop: () => supabase.stop(),
  };
}
