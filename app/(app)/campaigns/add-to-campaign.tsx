import { CampaignMenu } from "@/components/campaigns/campaign-menu";
import { listCampaignChoices } from "@/lib/campaigns/queries";
import { counted } from "@/lib/format/count";
import type { Scope } from "@/lib/supabase/server";
import { mayAs } from "@/lib/workspaces/schema";

/** For other pages: puts the posts they show into a campaign. Nothing for viewers and without posts. */
export async function AddToCampaign({ scope, posts }: { scope: Scope; posts: number[] }) {
  if (posts.length === 0 || !mayAs(scope.role, "member")) return null;
  const [only] = posts.length === 1 ? posts : [];
  const choices = await listCampaignChoices(scope, only);
  const note =
    only === undefined ? `Adds the ${counted(posts.length, "post")} of this page.` : undefined;
  return <CampaignMenu choices={choices} posts={posts} note={note} />;
}
