import { ChevronRight } from "lucide-react";
import { PanelFailed } from "@/components/hashtags/panel-failed";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Panel, PanelHead } from "@/components/ui/panel";
import { Row, RowList } from "@/components/ui/row-list";
import { ProgressBar } from "@/components/ui/segmented-progress";
import { StateGlyph } from "@/components/ui/state-glyph";
import { counted, exactCount } from "@/lib/format/count";
import { moment } from "@/lib/format/time";
import type { ListedJob } from "@/lib/jobs/queries";

/** The newest jobs with their progress. */
export async function LatestJobs({
  jobs: asked,
  timeZone,
  now,
}: {
  jobs: Promise<{ items: ListedJob[] } | null>;
  timeZone: string;
  now: Date;
}) {
  const found = await asked;
  if (!found) return <PanelFailed title="Latest jobs" />;
  const jobs = found.items;
  return (
    <Panel>
      <PanelHead
        title="Latest jobs"
        tools={
          <ButtonLink href="/jobs" variant="quiet" size="small">
            All jobs
            <ChevronRight aria-hidden="true" />
          </ButtonLink>
        }
      />
      {jobs.length === 0 ? (
        <EmptyState>
          No jobs. A job measures uploaded links; posts of connected accounts are measured without.
        </EmptyState>
      ) : (
        <RowList>
          {jobs.map((job) => (
            <JobRow key={job.id} job={job} at={moment(job.created_at, timeZone, now)} />
          ))}
        </RowList>
      )}
    </Panel>
  );
}

function JobRow({ job, at }: { job: ListedJob; at: string }) {
  const { succeeded_rows: succeeded, failed_rows: failed, total_rows: total } = job;
  const done = succeeded + failed;
  const open = done < total;
  const stopped = job.status === "cancelled" || job.status === "failed" ? `${job.status} · ` : "";
  const failures = failed > 0 ? ` · ${exactCount(failed)} failed` : "";

  return (
    <Row
      href={`/jobs/${job.id}`}
      lead={<StateGlyph state={job.status} quiet />}
      title={job.source_filename}
      meta={
        <>
          {open
            ? `${exactCount(done)} of ${exactCount(total)} rows are done`
            : counted(total, "row")}
          {failures} · {stopped}
          {at}
          {open && (
            <div className="mt-1.5 mb-1 max-w-96">
              <ProgressBar
                thin
                label={`Rows of ${job.source_filename} that are done`}
                done={done}
                segments={[
                  { state: "succeeded", count: succeeded },
                  { state: "failed", count: failed },
                  { state: "queued", count: total - done },
                ]}
              />
            </div>
          )}
        </>
      }
      end={job.is_simulated && <Badge kind="simulated">Simulated</Badge>}
    />
  );
}
