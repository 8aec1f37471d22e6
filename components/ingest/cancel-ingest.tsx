import { OctagonX } from "lucide-react";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { ForbiddenAction } from "@/components/ui/forbidden-action";
import type { FormAction } from "@/components/ui/form-state";
import type { IngestRun } from "@/lib/ingest/queries";

const SMALL = { size: "small" } as const;

/** Ends a run early. Nothing where there is nothing left to end. */
export function CancelIngest({
  run: { id, state, finished_at, is_cancelling },
  allowed,
  action,
}: {
  run: IngestRun;
  allowed: boolean;
  action: FormAction;
}) {
  // At Apify it has ended: what is left is reading.
  if (finished_at !== null || state === "collecting" || is_cancelling) return null;
  const label = (
    <>
      <OctagonX aria-hidden="true" />
      Cancel
    </>
  );
  if (!allowed) return <ForbiddenAction look={SMALL}>{label}</ForbiddenAction>;
  return (
    <ConfirmDialog
      trigger={label}
      look={SMALL}
      title="Cancel this run?"
      action={action}
      fields={{ id }}
      confirm="Cancel the run"
    >
      Apify is asked to end it. What it found by then is read and kept, and what it cost by then is
      paid for.
    </ConfirmDialog>
  );
}
