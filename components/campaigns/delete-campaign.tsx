import { Trash2 } from "lucide-react";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import type { FormAction } from "@/components/ui/form-state";
import type { Campaign } from "@/lib/campaigns/answers";
import { counted } from "@/lib/format/count";

/** Deletes a campaign; with posts in it, its name has to be typed. */
export function DeleteCampaign({
  campaign,
  posts,
  action,
}: {
  campaign: Campaign;
  posts: number;
  action: FormAction;
}) {
  return (
    <ConfirmDialog
      trigger={
        <>
          <Trash2 aria-hidden="true" />
          Delete
        </>
      }
      title={`Delete ${campaign.name}?`}
      action={action}
      fields={{ id: campaign.id }}
      confirm="Delete campaign"
      typed={posts > 0 ? campaign.name : undefined}
    >
      {posts > 0
        ? `Which ${counted(posts, "post")} it has and what they cost is lost for everybody, and nothing brings it back. The posts and their numbers stay. Export it first, or archive it instead.`
        : "It has no posts. Nothing else goes with it."}
    </ConfirmDialog>
  );
}
