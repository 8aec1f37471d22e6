import { startSupabase } from "../../support/supabase.ts";
import type { TimedPost } from "./plain-times.ts";

const DAY_MS = 86_400_000;
const NEVER = ["impressions", "reach", "saves", "clicks", "video_views"];
const COUNTS = ["views", "likes", "comments", "shares"] as const;

/** A Supabase in which posts were published at any time and measured a day later. */
export async function startTimesWorld() {
  const supabase = await startSupabase();
  const { sql } = supabase;
  return {
    supabase,
    sql,

    /** A workspace of somebody new, in this zone, with these posts. */
    async workspace(zone: string, posts: (TimedPost & { external: string })[]) {
      const user = await supabase.createUser("times");
      const { workspaceId } = user;
      await sql("update public.workspaces set time_zone = $2 where id = $1", [workspaceId, zone]);
      await sql(
        `insert into public.posts (workspace_id, platform, external_id, url, published_at)
         select $1, platform, external, 'https://example.test/' || external, published_at
         from jsonb_to_recordset(($2::text)::jsonb) as r (platform public.platform, external text, published_at timestamptz)`,
        [workspaceId, JSON.stringify(posts.map((post) => ({ ...post, published_at: time(post) })))],
      );
      await sql(
        `insert into public.post_metrics (workspace_id, post_id, bucket_at, captured_at, source, definition, views, likes, comments, shares,
           absent, is_simulated)
         select $1, p.id, at, at, split_part(definition, '.', 1), definition, views, likes, comments, shares, absent, simulated
         from jsonb_to_recordset(($2::text)::jsonb) as s (platform public.platform, external text, at timestamptz, definition text,
           views bigint, likes bigint, comments bigint, shares bigint, absent jsonb, simulated boolean)
         join public.posts as p on p.workspace_id = $1 and p.platform = s.platform and p.external_id = s.external`,
        [workspaceId, JSON.stringify(posts.map(measured))],
      );
      await sql("select private.rebuild_post_latest($1)", [workspaceId]);
      return user;
    },

    stop: () => supabase.stop(),
  };
}
export type TimesWorld = Awaited<ReturnType<typeof startTimesWorld>>;

const time = ({ publishedMs }: TimedPost) =>
  publishedMs === null ? null : new Date(publishedMs).toISOString();

function measured(post: TimedPost & { external: string }) {
  const counts = { ...post, views: post.dayOld };
  const missing = COUNTS.filter((name) => counts[name] === null);
  return {
    ...counts,
    at: new Date((post.publishedMs ?? Date.parse("2026-10-01")) + DAY_MS).toISOString(),
    absent: Object.fromEntries([
      ...missing.map((name) => [name, "hidden"]),
      ...NEVER.map((name) => [name, "not_offered"]),
    ]),
  };
}
