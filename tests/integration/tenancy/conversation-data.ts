import type { Supabase } from "../../support/supabase.ts";

/**
 * An author, a hashtag, a comment and an engagement event for each post of a workspace; triggers
 * derive the threads and what people received.
 */
export async function fillConversations({ sql }: Supabase, workspaceId: string, marker: string) {
  await sql(
    `update public.posts set author_handle = $2 || id, caption = '#' || $2 || id, media_kind = 'short', published_at = now() - interval '1 minute'
     where workspace_id = $1`,
    [workspaceId, marker],
  );
  await sql(
    `insert into public.comments (workspace_id, post_id, platform, external_id, author_id, body, likes, published_at, source, is_simulated)
     select p.workspace_id, p.id, p.platform, $2 || p.id, w.id, $2, 1, now(), 'youtube_data', false
     from public.posts as p join public.people as w on w.workspace_id = p.workspace_id and w.key = p.author_key
     where p.workspace_id = $1`,
    [workspaceId, marker],
  );
  await sql(
    `insert into private.ingest_comments (comment_id, workspace_id, post_id, marks)
     select id, workspace_id, post_id, '{}' from public.comments where workspace_id = $1`,
    [workspaceId],
  );
  await sql(
    `insert into public.engagements (workspace_id, post_id, platform, kind, person_id, receiver_id, occurred_at, event_ref, source)
     select workspace_id, post_id, platform, 'like', author_id, author_id, now(), $2, 'api' from public.comments where workspace_id = $1`,
    [workspaceId, marker],
  );
}
