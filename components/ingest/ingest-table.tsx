import { IngestStateBadge } from "@/components/ingest/ingest-state-badge";
import { actorWords, type IngestContext, whyWords } from "@/components/ingest/ingest-words";
import { RunCost } from "@/components/ingest/run-cost";
import { explainTrouble } from "@/components/ingest/run-trouble";
import { TroubleLine } from "@/components/ingest/trouble-line";
import { AppLink } from "@/components/ui/app-link";
import { allSimulated, SimulatedBadge } from "@/components/ui/badge";
import { cx } from "@/components/ui/cx";
import { Hint } from "@/components/ui/hint";
import { Missing } from "@/components/ui/missing";
import { Table, Td, Th } from "@/components/ui/table";
import { exactCount } from "@/lib/format/count";
import { took } from "@/lib/format/duration";
import { exactMoment, moment } from "@/lib/format/time";
import type { IngestRun } from "@/lib/ingest/queries";

const COLUMNS = 10;

/** A page of runs; what went wrong stands under each. */
export function IngestTable({ runs, ...context }: IngestContext & { runs: IngestRun[] }) {
  const mixed = !allSimulated(runs);
  return (
    <Table label="Runs of ingest" wide>
      <thead>
        <tr>
          <Th>Started</Th>
          <Th>Why</Th>
          <Th>State</Th>
          <Th numeric>
            <Hint tip="Items of its data set that were read: ingested, duplicates, and those set aside because they could not be read, add up to it.">
              Items
            </Hint>
          </Th>
          <Th numeric>Ingested</Th>
          <Th numeric>Duplicates</Th>
          <Th numeric>Set aside</Th>
          <Th numeric>New posts</Th>
          <Th numeric>Cost</Th>
          <Th numeric>Took</Th>
        </tr>
      </thead>
      <tbody>
        {runs.map((run) => (
          <RunRows key={run.id} run={run} mixed={mixed} {...context} />
        ))}
      </tbody>
    </Table>
  );
}

function RunRows({ run, mixed, ...context }: IngestContext & { run: IngestRun; mixed: boolean }) {
  const { zone, now } = context;
  const troubled = explainTrouble(run, zone, now) !== null;
  // With what went wrong under it, a run is two rows and one line.
  const joined = cx(troubled && "border-b-0");
  const number = (count: number) => (
    <Td numeric tone={count === 0 ? "muted" : "plain"} className={joined}>
      {exactCount(count)}
    </Td>
  );
  return (
    <>
      <tr className="relative">
        <Td className={cx("whitespace-nowrap", joined)}>
          <AppLink
            href={`/settings/ingest/${run.id}`}
            title={exactMoment(run.created_at, zone)}
            className="font-strong after:absolute after:inset-0 hover:text-accent-text"
          >
            {moment(run.created_at, zone, now)}
          </AppLink>
        </Td>
        <Td className={cx("py-1.5", joined)}>
          <span className="block min-w-36 wrap-anywhere">{whyWords(run, context)}</span>
          <span className="block font-mono text-xs wrap-anywhere text-muted">
            {actorWords(run.actor)}
          </span>
        </Td>
        <Td className={cx("py-1.5", joined)}>
          <span className="relative flex w-fit flex-wrap items-center gap-1.5">
            <IngestStateBadge run={run} />
            {mixed && run.is_simulated && <SimulatedBadge />}
          </span>
        </Td>
        <Td numeric className={joined}>
          {run.items === null && run.read === 0 ? (
            <span className="relative">
              <Missing reason="How many items it has is not known." />
            </span>
          ) : (
            exactCount(run.read)
          )}
        </Td>
        {number(run.ingested)}
        {number(run.duplicates)}
        {number(run.quarantined)}
        {number(run.new_posts)}
        <Td numeric className={joined}>
          <span className="relative">
            <RunCost run={run} />
          </span>
        </Td>
        <Td numeric tone="soft" className={joined}>
          {took(run.seconds)}
        </Td>
      </tr>
      {troubled && (
        <tr>
          <Td colSpan={COLUMNS} className="h-auto! pb-2.5">
            <TroubleLine run={run} zone={zone} now={now} />
          </Td>
        </tr>
      )}
    </>
  );
}
