import { X } from "lucide-react";
import { titleOf } from "@/components/posts/post-name";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import type { FormAction } from "@/components/ui/form-state";
import type { Campaign } from "@/lib/campaigns/answers";
import type { CampaignPost } from "@/lib/campaigns/post-answers";

/** Takes a post out of the campaign, after saying what goes with it. */
export function RemovePost({
  row,
  campaign,
  action,
}: {
  row: CampaignPost;
  campaign: Campaign;
  action: FormAction;
}) {
  return (
    <ConfirmDialog
      trigger={
        <>
          <X aria-hidden="true" />
          <span className="sr-only">{`Take ${titleOf(row)} out of the campaign`}</span>
        </>
      }
      look={{ variant: "quiet", size: "small", square: true }}
      title="Take this post out?"
      action={action}
      fields={{ id: campaign.id, post: String(row.id) }}
      confirm="Take it out"
    >
      {row.price === null
        ? "The post and its numbers stay in the workspace. It can be added again at any time."
        : "Its price goes with it. The post and its numbers stay in the workspace."}
    </ConfirmDialog>
  );
}
