import type { Supabase } from "../../support/supabase.ts";

/** A campaign, with a priced post when there is one. Returns its id. */
export async function addCampaign(
  supabase: Supabase,
  workspaceId: string,
  { marker, postId }: { marker: string; postId?: number },
) {
  const [made] = await supabase.sql<{ id: string }>(
    "insert into public.campaigns (workspace_id, name, note) values ($1, $2, $2) returning id",
    [workspaceId, marker],
  );
  if (!made) throw new Error("No campaign was made.");
  if (postId !== undefined) {
    await supabase.sql(
      "insert into public.campaign_posts (workspace_id, campaign_id, post_id, price) values ($1, $2, $3, 5)",
      [workspaceId, made.id, postId],
    );
  }
  return made.id;
}
