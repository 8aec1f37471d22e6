"use client";

import { FailureCauses } from "@/components/jobs/failure-causes";
import { doneRows } from "@/components/jobs/job-counts";
import { useLiveJob } from "@/components/jobs/live-job";
import { Badge, SimulatedBadge } from "@/components/ui/badge";
import { Count } from "@/components/ui/count";
import { Freshness } from "@/components/ui/freshness";
import { KeyFigure, KeyFigures } from "@/components/ui/key-figures";
import { Missing } from "@/components/ui/missing";
import { Panel } from "@/components/ui/panel";
import { counted, exactCount } from "@/lib/format/count";
import { percentValue, ratioOf } from "@/lib/format/rate";
import { momentRange } from "@/lib/format/time";

const TOTALS = { views: "Views", likes: "Likes", comments: "Comments" } as const;

/** Success rate, totals, and why rows failed. */
export function JobFigures() {
  const { job } = useLiveJob();
  const done = doneRows(job);
  const rate = ratioOf(job.succeeded_rows, done);
  return (
    <Panel label="Key figures">
      <KeyFigures>
        <KeyFigure
          label="Success rate"
          value={rate === null ? <Missing reason="No row is done yet." /> : percentValue(rate)}
          unit={rate === null ? undefined : "%"}
          detail={
            rate === null
              ? undefined
              : `${exactCount(job.succeeded_rows)} of ${counted(done, "row")} done`
          }
          source={<AsOf />}
        />
        <Total of="views" />
        <Total of="likes" />
        {job.failures.length > 0 ? (
          <KeyFigure label="Failed, by cause">
            <FailureCauses id={job.id} failures={job.failures} />
          </KeyFigure>
        ) : (
          <Total of="comments" />
        )}
      </KeyFigures>
    </Panel>
  );
}

function Total({ of }: { of: keyof typeof TOTALS }) {
  const { job } = useLiveJob();
  const rows = job[`${of}_rows`];
  const without = job.succeeded_rows - rows;
  return (
    <KeyFigure
      label={TOTALS[of]}
      value={
        <Count value={rows === 0 ? null : job[`${of}_sum`]} reason={`No row has ${of} yet.`} />
      }
      detail={
        job.succeeded_rows === 0
          ? undefined
          : `in ${counted(rows, "row")}${without > 0 ? `, ${exactCount(without)} without` : ""}`
      }
      source={<AsOf simulated />}
    />
  );
}

/** When these numbers were measured, and what is still missing or made up. */
function AsOf({ simulated = false }: { simulated?: boolean }) {
  const { job, readAt, zone, problem } = useLiveJob();
  const open = job.total_rows - doneRows(job);
  const until = job.finished_at ?? job.updated_at;
  return (
    <>
      {job.run_started_at && <Freshness level={problem ? "stale" : "fresh"} />}
      {job.run_started_at
        ? momentRange(job.run_started_at, until, zone, new Date(readAt))
        : "not started"}
      {open > 0 && open < job.total_rows && (
        <Badge kind="partial" tip={`${counted(open, "row is", "rows are")} not done yet.`}>
          Partial
        </Badge>
      )}
      {simulated && job.is_simulated && <SimulatedBadge />}
    </>
  );
}
