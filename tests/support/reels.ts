import { randomUUID } from "node:crypto";
import { NextRequest } from "next/server";
import { type Supabase, startSupabase, type TestUser } from "./supabase.ts";

export type Snapshot = {
  /** Microseconds since 1970, as PostgreSQL keeps time. */
  at: bigint;
  /** When it came in; undefined: when it was measured. */
  recorded?: bigint;
  views?: string | number | null;
  likes?: string | number | null;
  comments?: string | number | null;
  shares?: string | number | null;
  saves?: string | number | null;
  definition?: string;
  simulated?: boolean;
};

export type NewReel = {
  external_id: string;
  published: bigint;
  snapshots: Snapshot[];
  platform?: string;
  kind?: string;
  author?: string | null;
  title?: string | null;
  caption?: string | null;
};

export type Item = Record<string, unknown> & {
  reel_id: string;
  post_id: number;
  outlier: Record<string, unknown> & { baseline: Record<string, unknown> | null };
};
export type Answer = {
  page: number;
  limit: number;
  total: number;
  has_more: boolean;
  cohort: Record<string, unknown> & { id: string; ends_at: string };
  summary: Record<string, unknown>;
  derived: string[];
  items: Item[];
};

export const HOUR = 3_600_000_000n;
export const DAY = 24n * HOUR;

const DEFINITIONS: Record<string, string> = {
  youtube: "youtube_data.2026-08-27",
  tiktok: "apify_tiktok.v1",
  instagram: "apify_instagram.v1",
};
const COUNTS = ["views", "likes", "comments", "shares", "saves"] as const;
const NEVER = ["impressions", "reach", "clicks", "video_views"];

/** Now, or so many hours from now, in whole microseconds. */
export const hoursFromNow = (hours: number) =>
  BigInt(Date.now()) * 1000n + BigInt(Math.round(hours * 3_600_000_000));

/** A Supabase in which short videos stand at any age. */
export async function startReelsWorld() {
  const supabase = await startSupabase();
  return { supabase, ...fixtures(supabase), stop: () => supabase.stop() };
}
export type ReelsWorld = Awaited<ReturnType<typeof startReelsWorld>>;

function fixtures({ sql }: Supabase) {
  /** One more workspace of this person's, empty. */
  async function newWorkspace(owner: TestUser) {
    const id = randomUUID();
    await sql("insert into public.workspaces (id, name) values ($1, 'Another')", [id]);
    await sql(
      "insert into public.workspace_members (workspace_id, user_id, role) values ($1, $2, 'owner')",
      [id, owner.id],
    );
    return id;
  }

  /** Posts with their snapshots in one statement each; the newest becomes the latest. */
  async function addReels(workspace: string, reels: NewReel[]) {
    const posts = reels.map(({ snapshots: _, published, platform = "instagram", ...reel }, n) => ({
      n,
      kind: "reel",
      author: "@harbor",
      ...reel,
      platform,
      published_us: String(published),
    }));
    await sql(
      `insert into public.posts (workspace_id, platform, external_id, url, title, caption, author_handle, media_kind, published_at)
       select $1, platform, external_id, 'https://example.test/' || external_id, title, caption, author, kind,
         timestamptz 'epoch' + published_us * interval '1 microsecond'
       from jsonb_to_recordset(($2::text)::jsonb) as
         r (platform public.platform, external_id text, title text, caption text, author text, kind public.media_kind, published_us bigint, n bigint)
       order by n
       on conflict (workspace_id, platform, external_id) do nothing`,
      [workspace, JSON.stringify(posts)],
    );
    const snapshots = reels.flatMap((reel) => reel.snapshots.map((each) => row(reel, each)));
    await sql(
      `insert into public.post_metrics (workspace_id, post_id, bucket_at, captured_at, recorded_at, source, definition, views, likes,
         comments, shares, saves, absent, is_simulated)
       select $1, p.id, at, at, timestamptz 'epoch' + recorded_us * interval '1 microsecond', split_part(definition, '.', 1), definition,
         views, likes, comments, shares, saves, absent, simulated
       from jsonb_to_recordset(($2::text)::jsonb) as s (platform public.platform, external_id text, at_us bigint, recorded_us bigint,
         definition text, views bigint, likes bigint, comments bigint, shares bigint, saves bigint, absent jsonb, simulated boolean)
       cross join lateral (select timestamptz 'epoch' + at_us * interval '1 microsecond' as at) as moment
       join public.posts as p on p.workspace_id = $1 and p.platform = s.platform and p.external_id = s.external_id`,
      [workspace, JSON.stringify(snapshots)],
    );
    await sql("select private.rebuild_post_latest($1)", [workspace]);
  }

  return { newWorkspace, addReels };
}

function row({ external_id, platform = "instagram" }: NewReel, snapshot: Snapshot) {
  const { at, recorded, definition = DEFINITIONS[platform], simulated = false } = snapshot;
  const counts = Object.fromEntries(COUNTS.map((name) => [name, snapshot[name] ?? null]));
  const missing = COUNTS.filter((name) => counts[name] === null);
  const absent = Object.fromEntries([
    ...missing.map((name) => [name, "hidden"]),
    ...NEVER.map((name) => [name, "not_offered"]),
  ]);
  const recorded_us = recorded === undefined ? null : String(recorded);
  return {
    external_id,
    platform,
    at_us: String(at),
    recorded_us,
    definition,
    ...counts,
    absent,
    simulated,
  };
}

type Handler = (
  request: NextRequest,
  context: { params: Promise<Record<string, string>> },
) => Promise<Response>;

/** The API as a program with this person's token uses it, in one of their workspaces. */
export function callerOf({ accessToken }: TestUser, workspace?: string) {
  const headers = {
    authorization: `Bearer ${accessToken}`,
    ...(workspace && { "x-workspace-id": workspace }),
  };
  return (handler: Handler, query: Record<string, string | number> = {}) => {
    const search = new URLSearchParams(
      Object.entries(query).map(([name, value]) => [name, String(value)]),
    );
    const request = new NextRequest(`http://app.test/api/v1/reels/x?${search}`, { headers });
    return handler(request, { params: Promise.resolve({}) });
  };
}
export type Caller = ReturnType<typeof callerOf>;
