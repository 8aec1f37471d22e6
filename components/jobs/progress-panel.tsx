"use client";

import { Clock3, RefreshCwOff } from "lucide-react";
import { doneRows, hasEnded, progressSegments } from "@/components/jobs/job-counts";
import { useLiveJob } from "@/components/jobs/live-job";
import { paceWords } from "@/components/jobs/pace-words";
import { waitSentence } from "@/components/jobs/wait-words";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import {
  ProgressAnnouncement,
  ProgressBar,
  ProgressLegend,
} from "@/components/ui/segmented-progress";
import type { State } from "@/components/ui/state-glyph";
import { exactCount } from "@/lib/format/count";
import { exactMoment, moment } from "@/lib/format/time";
import type { JobProgress } from "@/lib/jobs/job-progress";

/** How far a job is, how fast, and what holds it up. */
export function ProgressPanel() {
  const { job, readAt, problem, zone } = useLiveJob();
  const segments = progressSegments(job);
  const told = segments.filter(({ state, count }) => count > 0 || isAlwaysTold(state, job));
  const done = doneRows(job);
  const now = new Date(readAt);
  const read = exactMoment(readAt, zone);

  return (
    <Panel label="Progress">
      <div className="flex flex-col gap-3 px-3.5 py-3.5 md:px-4">
        <div className="flex flex-wrap gap-x-4 gap-y-1">
          <h2 className="mr-2 text-md/5">
            {`${exactCount(done)} of ${exactCount(job.total_rows)} rows are done`}
          </h2>
          {paceWords(job, zone, now).map((words) => (
            <span key={words} className="text-ink-2">
              {words}
            </span>
          ))}
        </div>
        <ProgressBar label="Rows done" segments={segments} done={done} />
        <ProgressLegend segments={told} />
        <ProgressAnnouncement done={done} total={job.total_rows} />
      </div>
      <div className="overflow-hidden rounded-b-[9px] *:rounded-none">
        {job.waits.length > 0 && job.status === "running" && (
          <Notice kind="warn" foot icon={<Clock3 aria-hidden="true" />}>
            {job.waits.map((wait) => (
              <p key={`${wait.platform} ${wait.reason}`}>{waitSentence(wait, zone, now)}</p>
            ))}
          </Notice>
        )}
        {job.error && (
          <Notice kind="bad" foot>
            {job.error}
          </Notice>
        )}
        {problem && (
          <Notice kind="warn" foot announce icon={<RefreshCwOff aria-hidden="true" />}>
            Not up to date: {problem} <span title={read}>Shown as of {moment(readAt, zone)}.</span>
          </Notice>
        )}
      </div>
    </Panel>
  );
}

// An empty state that rows still pass through is news; one that they no longer do is noise.
function isAlwaysTold(state: State, job: JobProgress) {
  if (state === "succeeded" || state === "failed") return true;
  return state !== "waiting" && !hasEnded(job);
}
