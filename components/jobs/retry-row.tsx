import type { RowContext } from "@/components/jobs/result-cells";
import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import type { ResultRow } from "@/lib/jobs/result-row";

/** Queues one failed row again. */
export function RetryRow({ row, jobId, retry }: RowContext & { row: ResultRow }) {
  // Nothing would be different the second time.
  if (!retry || row.error_code === "needs_account") return null;
  return (
    <ActionForm action={retry} fields={{ id: jobId, row: String(row.row_number) }}>
      <SubmitButton variant="default" size="small" pendingLabel="Queueing">
        Retry<span className="sr-only"> row {row.row_number}</span>
      </SubmitButton>
    </ActionForm>
  );
}
