import { IngestStateBadge } from "@/components/ingest/ingest-state-badge";
import { dollars, type IngestContext, sumWords, whyWords } from "@/components/ingest/ingest-words";
import { TroubleLine } from "@/components/ingest/trouble-line";
import { allSimulated, SimulatedBadge } from "@/components/ui/badge";
import { Row, RowList } from "@/components/ui/row-list";
import { counted } from "@/lib/format/count";
import { took } from "@/lib/format/duration";
import { moment } from "@/lib/format/time";
import type { IngestRun } from "@/lib/ingest/queries";

/** The same page of runs on a phone. */
export function IngestList({ runs, ...context }: IngestContext & { runs: IngestRun[] }) {
  const { zone, now } = context;
  const mixed = !allSimulated(runs);
  return (
    <RowList phone>
      {runs.map((run) => (
        <Row
          key={run.id}
          href={`/settings/ingest/${run.id}`}
          title={<span className="whitespace-normal">{whyWords(run, context)}</span>}
          meta={
            <span className="flex flex-col gap-1">
              <span>{timesOf(run, zone, now)}</span>
              {(run.items !== null || run.read > 0) && (
                <span className="text-ink-2">
                  {`${counted(run.read, "item")}: ${sumWords(run)} · ${counted(run.new_posts, "new post")}`}
                </span>
              )}
              <TroubleLine run={run} zone={zone} now={now} />
            </span>
          }
          end={
            <span className="flex flex-col items-end gap-1">
              <IngestStateBadge run={run} />
              {mixed && run.is_simulated && <SimulatedBadge />}
            </span>
          }
        />
      ))}
    </RowList>
  );
}

function timesOf({ created_at, seconds, cost_usd }: IngestRun, zone: string, now: Date) {
  const cost = cost_usd === null ? "cost not told" : dollars(cost_usd);
  return `${moment(created_at, zone, now)} · took ${took(seconds)} · ${cost}`;
}
