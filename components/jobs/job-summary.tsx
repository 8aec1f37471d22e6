import { counted } from "@/lib/format/count";
import { exactMoment, moment } from "@/lib/format/time";
import type { JobProgress } from "@/lib/jobs/job-progress";

/** When and by whom a job was started, what it came from, and its id. */
export function JobSummary({
  job,
  by,
  zone,
  now,
}: {
  job: JobProgress;
  by: string | null;
  zone: string;
  now: Date;
}) {
  const refused = job.rejected_rows + job.duplicate_rows;
  const at = job.run_started_at ?? job.created_at;
  const parts = [
    job.sheet && `sheet “${job.sheet}”`,
    counted(job.total_rows, "link"),
    refused > 0 && `${counted(refused, "row")} not taken`,
    job.run_number > 1 && `run ${job.run_number}`,
    `times in ${zone}`,
  ].filter(Boolean);
  return (
    <>
      {job.run_started_at ? "Started " : "Uploaded "}
      <time dateTime={at} title={exactMoment(at, zone)}>
        {moment(at, zone, now)}
      </time>
      {by && ` by ${by}`} · {parts.join(" · ")} ·{" "}
      <span className="font-mono text-[.923em]" title={job.id}>
        job {job.id.slice(0, 4)}…{job.id.slice(-4)}
      </span>
    </>
  );
}
