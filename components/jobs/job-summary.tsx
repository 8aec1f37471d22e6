import { Fragment } from "react";
import { refusedWords } from "@/components/jobs/job-counts";
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
  const refused = refusedWords(job);
  const at = job.run_started_at ?? job.created_at;
  const parts = [
    job.sheet && `sheet “${job.sheet}”`,
    counted(job.total_rows, "link"),
    refused && <Refused key="refused" id={job.id} words={refused} />,
    job.run_number > 1 && `run ${job.run_number}`,
    `times in ${zone}`,
  ].filter(Boolean);
  return (
    <>
      {job.run_started_at ? "Started " : "Uploaded "}
      <time dateTime={at} title={exactMoment(at, zone)}>
        {moment(at, zone, now)}
      </time>
      {by && ` by ${by}`}
      {parts.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they keep their order
        <Fragment key={index}> · {part}</Fragment>
      ))}{" "}
      ·{" "}
      <span className="font-mono text-[.923em]" title={job.id}>
        job {job.id.slice(0, 4)}…{job.id.slice(-4)}
      </span>
    </>
  );
}

/** The rows that were not taken, as a file that says why of each. */
function Refused({ id, words }: { id: string; words: string }) {
  return (
    <>
      not taken:{" "}
      <a
        className="text-link"
        href={`/api/v1/jobs/${id}/rejected.csv`}
        download
        data-tip="Download them as CSV, each with its row in the file and the reason"
      >
        {words}
      </a>
    </>
  );
}
