import { ActionForm } from "@/components/ui/action-form";
import { AppLink } from "@/components/ui/app-link";
import { SimulatedBadge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import type { FormAction } from "@/components/ui/form-state";
import { SubmitButton } from "@/components/ui/submit-button";
import { counted, exactCount } from "@/lib/format/count";
import { moment } from "@/lib/format/time";

type Job = {
  id: string;
  source_filename: string;
  created_at: string;
  succeeded_rows: number;
  total_rows: number;
  is_simulated: boolean;
};

/** The newest jobs with results; all that succeeded in one is added at once. */
export function PickJob({
  campaign,
  jobs,
  action,
  zone,
  now,
}: {
  campaign: string;
  jobs: Job[];
  action: FormAction;
  zone: string;
  now: Date;
}) {
  if (jobs.length === 0) {
    return (
      <EmptyState>
        No job has a result yet. Upload links first; what succeeds can be added here.
      </EmptyState>
    );
  }
  return (
    <ul className="border-t">
      {jobs.map((job) => (
        <li
          key={job.id}
          className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b px-3.5 py-2 last:border-b-0 md:px-4"
        >
          <span className="min-w-0 flex-1 basis-56">
            <span className="flex items-center gap-2">
              <AppLink href={`/jobs/${job.id}`} className="truncate font-strong hover:underline">
                {job.source_filename}
              </AppLink>
              {job.is_simulated && <SimulatedBadge />}
            </span>
            <span className="block text-xs text-muted">
              {`${moment(job.created_at, zone, now)} · ${exactCount(job.succeeded_rows)} of ${counted(job.total_rows, "row")} succeeded`}
            </span>
          </span>
          <ActionForm
            action={action}
            fields={{ id: campaign, job: job.id }}
            className="flex flex-wrap items-center gap-2"
          >
            <SubmitButton variant="default" pendingLabel="Adding">
              Add its posts<span className="sr-only">{` of ${job.source_filename}`}</span>
            </SubmitButton>
          </ActionForm>
        </li>
      ))}
    </ul>
  );
}
