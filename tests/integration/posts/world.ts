import { NextRequest } from "next/server";
import { type Supabase, startSupabase, type TestUser } from "../../support/supabase.ts";

type Handler = (
  request: NextRequest,
  context: { params: Promise<Record<string, string>> },
) => Promise<Response>;

export type Snapshot = {
  /** Hours before now. */
  ago: number;
  views?: string | number | null;
  likes?: number | null;
  source?: string;
  definition?: string;
  /** Why `views` is null. */
  absent?: string;
};

export type NewPost = {
  externalId: string;
  platform?: string;
  title?: string | null;
  author?: string;
  kind?: string;
  /** Hours before now; null: unknown. */
  published?: number | null;
  account?: string;
  snapshots?: Snapshot[];
};

const DEFINITION = "youtube_data.2026-08-27";

/** A Supabase in which posts and their snapshots stand at any age. */
export async function startPostsWorld() {
  const supabase = await startSupabase();
  return { supabase, ...fixtures(supabase), stop: () => supabase.stop() };
}

function fixtures({ sql }: Supabase) {
  async function addAccount(workspace: string, name = "Harbor", platform = "youtube") {
    const [account] = await sql<{ id: string }>(
      `insert into public.accounts
         (workspace_id, platform, kind, connection, external_id, name, status, is_simulated)
       values ($1, $2, 'youtube_channel', 'youtube', $3, $3, 'connected', false) returning id`,
      [workspace, platform, name],
    );
    if (!account) throw new Error("The account was not made.");
    return account.id;
  }

  /** A post with its history; its newest headline snapshot is its latest. */
  async function addPost(workspace: string, post: NewPost) {
    const { externalId, platform = "youtube", published = 24, account, snapshots = [] } = post;
    const [made] = await sql<{ id: string }>(
      `insert into public.posts
         (workspace_id, platform, external_id, url, title, author_handle, media_kind, published_at)
       values ($1, $2, $3, 'https://example.test/' || $3, $4, $5, $6, now() - make_interval(secs => $7::float8 * 3600))
       returning id`,
      [
        workspace,
        platform,
        externalId,
        post.title === undefined ? externalId : post.title,
        post.author ?? "@harbor",
        post.kind ?? "video",
        published,
      ],
    );
    if (!made) throw new Error("The post was not made.");
    const id = Number(made.id);
    if (account) {
      await sql(
        `insert into public.account_posts (post_id, workspace_id, account_id, api_id)
         values ($1, $2, $3, $4)`,
        [id, workspace, account, externalId],
      );
    }
    for (const snapshot of snapshots) await addSnapshot(workspace, id, snapshot);
    await sql(
      `insert into public.post_latest
       select distinct on (m.post_id) m.post_id, m.workspace_id, m.bucket_at, m.source, m.captured_at,
         m.impressions, m.reach, m.views, m.likes, m.comments, m.shares, m.saves, m.clicks,
         m.video_views, m.absent, m.definition, m.is_simulated
       from public.post_metrics as m
       join public.metric_sources as s on s.source = m.source and s.is_headline
       where m.post_id = $1 order by m.post_id, m.captured_at desc`,
      [id],
    );
    return id;
  }

  function addSnapshot(workspace: string, post: number, snapshot: Snapshot) {
    const { ago, views = null, likes = null, absent = "not_offered" } = snapshot;
    const { source = "youtube_data", definition = DEFINITION } = snapshot;
    const missing = [
      "impressions",
      "reach",
      "comments",
      "shares",
      "saves",
      "clicks",
      "video_views",
    ];
    const reasons: Record<string, string> = Object.fromEntries(
      missing.map((metric) => [metric, "not_offered"]),
    );
    if (views === null) reasons.views = absent;
    if (likes === null) reasons.likes = "hidden";
    return sql(
      `insert into public.post_metrics
         (workspace_id, post_id, bucket_at, captured_at, source, definition, views, likes, absent, is_simulated)
       select $1, $2, at, at, $4, $5, $6::bigint, $7::bigint, ($8::text)::jsonb, false
       from (select now() - make_interval(secs => $3::float8 * 3600) as at) as moment`,
      [workspace, post, ago, source, definition, views, likes, JSON.stringify(reasons)],
    );
  }

  return { addAccount, addPost, addSnapshot };
}

/** The API as a program with this person's token uses it. */
export function callerOf({ accessToken }: TestUser) {
  return async (
    handler: Handler,
    { id, query = "", body }: { id?: number | string; query?: string; body?: string } = {},
  ) => {
    const request = new NextRequest(`http://app.test/api/v1/x?${query}`, {
      method: body === undefined ? "GET" : "POST",
      headers: { authorization: `Bearer ${accessToken}` },
      ...(body === undefined ? {} : { body }),
    });
    const params = Promise.resolve<Record<string, string>>(id === undefined ? {} : { id: `${id}` });
    return handler(request, { params });
  };
}

export type Caller = ReturnType<typeof callerOf>;
