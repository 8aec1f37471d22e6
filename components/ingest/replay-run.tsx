import { RotateCcw } from "lucide-react";
import { ActionForm } from "@/components/ui/action-form";
import { ForbiddenAction } from "@/components/ui/forbidden-action";
import type { FormAction } from "@/components/ui/form-state";
import { SubmitButton } from "@/components/ui/submit-button";

const SMALL = { size: "small" } as const;

/** Reads a run's kept items again, as the product reads them now. Costs nothing. */
export function ReplayRun({
  id,
  open,
  allowed,
  action,
}: {
  id: string;
  /** Quarantined items that could not be read so far. */
  open: number;
  allowed: boolean;
  action: FormAction;
}) {
  const label = (
    <>
      <RotateCcw aria-hidden="true" />
      Replay
    </>
  );
  return (
    <div className="flex flex-col gap-2 border-t px-3.5 py-3 md:px-4">
      {allowed ? (
        <ActionForm action={action} fields={{ id }} className="flex flex-col items-start gap-2">
          <SubmitButton variant="default" size="small" pendingLabel="Reading">
            {label}
          </SubmitButton>
        </ActionForm>
      ) : (
        <span className="flex">
          <ForbiddenAction look={SMALL}>{label}</ForbiddenAction>
        </span>
      )}
      <p className="text-xs text-muted">
        {open > 0
          ? "Reads the kept items again: worth it after an update that knows more of them. Asks Apify nothing and costs nothing."
          : "Reads the kept items again and makes the same numbers of them. Asks Apify nothing and costs nothing."}
      </p>
    </div>
  );
}
