import type { Supabase } from "../../support/supabase.ts";
import type { TaggedPost } from "./generated.ts";

/** Stores posts as a job would, in one statement. Returns their ids by external id. */
export async function storePosts({ sql }: Supabase, workspace: string, posts: TaggedPost[]) {
  const rows = await sql<{ id: string; external_id: string }>(
    `insert into public.posts (workspace_id, platform, external_id, url, author_handle, caption, published_at)
     select $1, p.platform, p.external_id, 'https://example.com/' || p.external_id, p.author_handle, p.caption, p.published_at
     from jsonb_to_recordset($2::text::jsonb) as p (
       platform public.platform, external_id text, author_handle text, caption text, published_at timestamptz)
     returning id, external_id`,
    [workspace, JSON.stringify(posts)],
  );
  return new Map(rows.map(({ id, external_id }) => [external_id, Number(id)]));
}

export type ToldComment = {
  external_id: string;
  parent_external_id: string | null;
  likes: number | null;
  published_at: string;
  body?: string;
  author_handle?: string;
};

/** Stores comments as a reading would. */
export async function storeComments(
  { sql }: Supabase,
  workspace: string,
  post: number,
  comments: ToldComment[],
) {
  const [row] = await sql<{ told: { added: number; known: number; in_a_circle: string[] } }>(
    "select private.keep_comments($1, $2, 'import', true, $3::text::jsonb) as told",
    [workspace, post, JSON.stringify(comments)],
  );
  if (!row) throw new Error("Nothing was told.");
  return row.told;
}
