import type { RowContext } from "@/components/jobs/result-cells";
import { ActionForm } from "@/components/ui/action-form";
import { ForbiddenAction } from "@/components/ui/forbidden-action";
import { SubmitButton } from "@/components/ui/submit-button";
import type { ResultRow } from "@/lib/jobs/result-row";
import { fileRow } from "@/lib/uploads/file-rows";

/** Queues one failed row again. */
export function RetryRow({ row, jobId, fileRows, retry }: RowContext & { row: ResultRow }) {
  if (!retry) return <ForbiddenAction look={{ size: "small" }}>Retry</ForbiddenAction>;
  return (
    <ActionForm action={retry} fields={{ id: jobId, row: String(row.row_number) }}>
      <SubmitButton variant="default" size="small" pendingLabel="Queueing">
        Retry<span className="sr-only"> row {fileRow(fileRows, row.row_number)}</span>
      </SubmitButton>
    </ActionForm>
  );
}
