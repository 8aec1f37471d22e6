import { RunErrors } from "@/components/runs/run-errors";
import { RunStateBadge } from "@/components/runs/run-state-badge";
import type { RunContext } from "@/components/runs/run-table";
import { causeOf, skippedWords } from "@/components/runs/run-words";
import { allSimulated, SimulatedBadge } from "@/components/ui/badge";
import { Row, RowList } from "@/components/ui/row-list";
import { counted, exactCount } from "@/lib/format/count";
import { took } from "@/lib/format/duration";
import { moment } from "@/lib/format/time";
import type { ListedRun } from "@/lib/refresh/queries";

/** The same page of runs on a phone. */
export function RunList({ runs, zone, now, email }: RunContext & { runs: ListedRun[] }) {
  const mixed = !allSimulated(runs);
  return (
    <RowList phone>
      {runs.map((run) => (
        <Row
          key={run.id}
          title={
            <span className="block whitespace-normal">{causeOf(run, { zone, now, email })}</span>
          }
          meta={
            <span className="flex flex-col gap-1">
              <span>{`${moment(run.created_at, zone, now)} · took ${took(run.seconds)} · ${counted(run.calls, "call")}`}</span>
              <span className="text-ink-2">{sums(run)}</span>
              {skippedWords(run).map((words) => (
                <span key={words}>{`Skipped: ${words}`}</span>
              ))}
              <RunErrors errors={run.errors} />
            </span>
          }
          end={
            <span className="flex flex-col items-end gap-1">
              <RunStateBadge run={run} />
              {mixed && run.is_simulated && <SimulatedBadge />}
            </span>
          }
        />
      ))}
    </RowList>
  );
}

function sums({ planned, measured, found, gone, failed }: ListedRun) {
  return [
    `${exactCount(measured)} of ${counted(planned, "post")} measured`,
    found > 0 && `${exactCount(found)} new`,
    gone > 0 && `${exactCount(gone)} gone`,
    failed > 0 && `${exactCount(failed)} failed`,
  ]
    .filter(Boolean)
    .join(" · ");
}
