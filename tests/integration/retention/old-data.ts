import { startSupabase } from "../../support/supabase.ts";

export type OldData = Awaited<ReturnType<typeof startOldData>>;

type Platform = "youtube" | "tiktok";
export const NOTHING = {
  raw_events: 0,
  snapshots_thinned: 0,
  youtube_unauthorised: 0,
  refresh_units: 0,
};

/** A Supabase and ways to put into it what was measured long ago. */
export async function startOldData() {
  const supabase = await startSupabase();
  const { sql } = supabase;
  const db = supabase.serviceClient();
  let made = 0;

  const one = async (statement: string, values: unknown[]) => {
    const [row] = await sql<{ id: string }>(statement, values);
    if (!row) throw new Error("Nothing was made.");
    return row.id;
  };

  return {
    supabase,
    sql,
    db,

    account: (
      workspace: string,
      platform: Platform,
      status = "connected",
      problem?: [string, number],
    ) =>
      one(
        `insert into public.accounts (workspace_id, platform, kind, connection, external_id, name, status, is_simulated,
           problem, problem_at)
         values ($1, $2::public.platform, $3::public.account_kind, $2::text, gen_random_uuid(), 'Acme', $4, false, $5,
           now() - make_interval(days => $6)) returning id`,
        [
          workspace,
          platform,
          platform === "youtube" ? "youtube_channel" : "tiktok_user",
          status,
          problem?.[0] ?? null,
          problem?.[1] ?? null,
        ],
      ),

    /** A post with its text, made 200 days ago, of an account or of none. */
    async post(workspace: string, platform: Platform, account?: string) {
      made += 1;
      const id = await one(
        `insert into public.posts (workspace_id, platform, external_id, url, title, caption, author_handle, author_name,
           thumbnail_url, published_at, created_at)
         values ($1, $2, 'post' || $3::int, 'https://example.test/' || $3::int, 'Title', 'Caption', '@acme', 'Acme',
           'https://example.test/t.jpg', now() - interval '200 days', now() - interval '200 days') returning id`,
        [workspace, platform, made],
      );
      if (account) {
        await sql(
          "insert into public.account_posts (post_id, workspace_id, account_id, api_id) values ($1, $2, $3, 'api')",
          [id, workspace, account],
        );
      }
      return Number(id);
    },

    /** A snapshot of so many days ago at an hour of that UTC day, with its payload; the newest is the latest. */
    async snapshot(post: number, daysAgo: number, hour = 12, source?: string) {
      await sql(
        `with at as (
           select ((now() at time zone 'UTC')::date - $2::int)::timestamp at time zone 'UTC' + make_interval(hours => $3) as at
         ), payload as (
           insert into public.raw_events (workspace_id, source, run_ref, external_id, received_at, is_simulated, payload, payload_hash)
           select workspace_id, coalesce($4, case platform when 'youtube' then 'youtube_data' else 'tiktok_display' end),
             'refresh:' || at, external_id, at, false, '{}', sha256((external_id || at || coalesce($4, ''))::bytea)
           from public.posts cross join at where id = $1 returning id, workspace_id, source
         ), snapshot as (
           insert into public.post_metrics (workspace_id, post_id, bucket_at, source, captured_at, impressions, reach, views,
             likes, comments, shares, saves, clicks, video_views, definition, raw_event_id, is_simulated)
           select p.workspace_id, $1, at, p.source, at, 1, 1, 1000 - $2 + $3, 1, 1, 1, 1, 1, 1,
             (select id from public.metric_definitions where source = p.source order by valid_from limit 1), p.id, false
           from payload as p cross join at returning *
         )
         insert into public.post_latest select post_id, workspace_id, bucket_at, source, captured_at, impressions, reach,
           views, likes, comments, shares, saves, clicks, video_views, absent, definition, is_simulated from snapshot
         where $4::text is null
         on conflict (post_id) do update set bucket_at = excluded.bucket_at, captured_at = excluded.captured_at,
           views = excluded.views`,
        [post, daysAgo, hour, source ?? null],
      );
    },

    /** A post's snapshots as [days ago, hour], the oldest first. */
    async snapshots(post: number) {
      const rows = await sql<{ days: number; hour: number }>(
        `select (now() at time zone 'UTC')::date - (bucket_at at time zone 'UTC')::date as days,
           extract(hour from bucket_at at time zone 'UTC')::int as hour
         from public.post_metrics where post_id = $1 order by bucket_at, source`,
        [post],
      );
      return rows.map(({ days, hour }) => [days, hour]);
    },
    async payloads(post: number) {
      const rows = await sql<{ days: number }>(
        `select (now() at time zone 'UTC')::date - (received_at at time zone 'UTC')::date as days
         from public.raw_events join public.posts as p using (workspace_id, external_id)
         where p.id = $1 order by received_at`,
        [post],
      );
      return rows.map(({ days }) => days);
    },
    postOf: (post: number) =>
      sql(
        `select title, caption, author_handle, author_name, thumbnail_url, l.views is not null as has_latest
         from public.posts as p left join public.post_latest as l on l.post_id = p.id where p.id = $1`,
        [post],
      ).then(([row]) => row),

    /** One step of retention, as the cron asks for it. */
    async removeOld(asked: { raw_days?: number; take?: number; parts?: string[] } = {}) {
      const { data, error } = await db.rpc("remove_old", asked);
      if (error) throw error;
      // safe because remove_old says so
      return data as typeof NOTHING & { unfinished: string[] };
    },
    /** What is written down as removed of a workspace. */
    async counted(workspace: string) {
      const rows = await sql<{ what: string; rows: number }>(
        "select what, sum(rows)::int as rows from public.removals where workspace_id = $1 group by what",
        [workspace],
      );
      return Object.fromEntries(rows.map(({ what, rows }) => [what, rows]));
    },
    /** What a whole table holds, for comparing. */
    async hashOf(table: string) {
      const [row] = await sql<{ hash: string }>(
        `select count(*) || ' ' || coalesce(md5(string_agg(t::text, '' order by t::text)), '') as hash from ${table} as t`,
      );
      return row?.hash;
    },
    stop: () => supabase.stop(),
  };
}
