import { goesOn } from "@/components/jobs/wait-words";
import { counted, exactCount } from "@/lib/format/count";
import { roughly, took } from "@/lib/format/duration";
import type { JobProgress } from "@/lib/jobs/job-progress";

/** How fast a job goes and how long it still takes, or took: short phrases, none when unknown. */
export function paceWords(job: JobProgress, zone: string, now: Date): string[] {
  switch (job.status) {
    case "queued":
      return ["not started"];
    case "running":
      return job.running_rows + job.queued_rows > 0 ? moving(job, zone, now) : [];
    default:
      return ended(job);
  }
}

function moving(job: JobProgress, zone: string, now: Date) {
  const speed = job.rows_per_second ?? 0;
  const moves = job.running_rows + job.queued_rows;
  const first = job.waits.map(({ until }) => until).sort()[0] ?? null;
  const then =
    job.waiting_rows > 0
      ? `, then ${counted(job.waiting_rows, "row")} ${goesOn(first, zone, now)}`
      : "";
  if (speed === 0) return [`estimating${then}`];
  return [rate(speed), `${roughly(moves / speed)} left${then}`];
}

function ended({ status, run_started_at, finished_at, rows_per_second }: JobProgress) {
  if (run_started_at === null || finished_at === null) return [];
  const seconds = (Date.parse(finished_at) - Date.parse(run_started_at)) / 1_000;
  if (status === "cancelled") return [`stopped after ${took(seconds)}`];
  return [`took ${took(seconds)}`, ...(rows_per_second ? [rate(rows_per_second)] : [])];
}

function rate(perSecond: number) {
  const text = perSecond < 10 ? perSecond.toFixed(1) : exactCount(Math.round(perSecond));
  return `${text} rows/s`;
}
