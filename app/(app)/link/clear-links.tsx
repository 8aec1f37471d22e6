import { Trash2 } from "lucide-react";
import { clearLinksAction } from "@/app/(app)/link/actions";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { ForbiddenAction } from "@/components/ui/forbidden-action";
import { counted } from "@/lib/format/count";

/** Empties the list of single links, after asking. */
export function ClearLinks({ total, allowed }: { total: number; allowed: boolean }) {
  const look = { variant: "quiet", size: "small" } as const;
  const trigger = (
    <>
      <Trash2 aria-hidden="true" />
      Clear
    </>
  );
  if (!allowed) return <ForbiddenAction look={look}>{trigger}</ForbiddenAction>;
  return (
    <ConfirmDialog
      trigger={trigger}
      look={look}
      title={`Remove ${counted(total, "link")} from this list?`}
      action={clearLinksAction}
      confirm="Clear the list"
    >
      The list is this workspace’s: it goes for everybody in it. The posts and the numbers measured
      so far stay, and a link that is still being measured stays in the list.
    </ConfirmDialog>
  );
}
