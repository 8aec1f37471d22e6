import { X } from "lucide-react";
import { ActionForm } from "@/components/ui/action-form";
import type { FormAction } from "@/components/ui/form-state";
import { SubmitButton } from "@/components/ui/submit-button";
import type { PastLink } from "@/lib/link/queries";

/** Takes a link out of the list; nothing for those who may not, and while it is measured. */
export function RemoveLink({ link, remove }: { link: PastLink; remove: FormAction | null }) {
  if (!remove || link.job_status === "running") return null;
  const name = link.title || link.url;
  return (
    <ActionForm action={remove} fields={{ id: link.job_id }}>
      <SubmitButton
        variant="quiet"
        size="small"
        aria-label={`Remove ${name} from the list`}
        data-tip="Remove from the list"
      >
        <X aria-hidden="true" />
      </SubmitButton>
    </ActionForm>
  );
}
