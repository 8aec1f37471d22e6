import { RunErrors } from "@/components/runs/run-errors";
import { RunStateBadge } from "@/components/runs/run-state-badge";
import { explainRunError } from "@/components/runs/run-trouble";
import { allSkipped, causeOf, skippedWords } from "@/components/runs/run-words";
import { allSimulated, SimulatedBadge } from "@/components/ui/badge";
import { cx } from "@/components/ui/cx";
import { Hint } from "@/components/ui/hint";
import { Table, Td, Th } from "@/components/ui/table";
import { exactCount } from "@/lib/format/count";
import { took } from "@/lib/format/duration";
import { exactMoment, moment } from "@/lib/format/time";
import type { ListedRun } from "@/lib/refresh/queries";

/** What a list of runs needs to know of the page. */
export type RunContext = { zone: string; now: Date; email: string };

const COLUMNS = 11;

/** A page of runs; what went wrong stands under each. */
export function RunTable({ runs, ...context }: RunContext & { runs: ListedRun[] }) {
  const mixed = !allSimulated(runs);
  return (
    <Table label="Runs" wide>
      <thead>
        <tr>
          <Th>Started</Th>
          <Th>Why</Th>
          <Th>State</Th>
          <Th numeric>Planned</Th>
          <Th numeric>Measured</Th>
          <Th numeric>New</Th>
          <Th numeric>Gone</Th>
          <Th numeric>Failed</Th>
          <Th numeric>Skipped</Th>
          <Th numeric>
            <Hint tip="Requests sent to platforms, failed ones too; where a platform counts quota, its units.">
              Calls
            </Hint>
          </Th>
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

function RunRows({
  run,
  mixed,
  zone,
  now,
  email,
}: RunContext & { run: ListedRun; mixed: boolean }) {
  const troubled = run.errors.some((error) => explainRunError(error) !== null);
  const skipped = allSkipped(run);
  // With what went wrong under it, a run is two rows and one line.
  const joined = cx(troubled && "border-b-0");
  const number = (count: number, tone: "plain" | "muted" = count === 0 ? "muted" : "plain") => (
    <Td numeric tone={tone} className={joined}>
      {exactCount(count)}
    </Td>
  );
  return (
    <>
      <tr>
        <Td tone="soft" className={cx("whitespace-nowrap", joined)}>
          <time dateTime={run.created_at} title={exactMoment(run.created_at, zone)}>
            {moment(run.created_at, zone, now)}
          </time>
        </Td>
        <Td className={cx("py-1.5", joined)}>
          <span className="block min-w-36">{causeOf(run, { zone, now, email })}</span>
          {skippedWords(run, { unusual: true }).map((words) => (
            <span key={words} className="block text-xs text-muted">{`Skipped: ${words}`}</span>
          ))}
        </Td>
        <Td className={cx("py-1.5", joined)}>
          <span className="flex flex-wrap items-center gap-1.5">
            <RunStateBadge run={run} />
            {mixed && run.is_simulated && <SimulatedBadge />}
          </span>
        </Td>
        {number(run.planned)}
        {number(run.measured)}
        {number(run.found)}
        {number(run.gone)}
        {number(run.failed)}
        <Td numeric tone={skipped === 0 ? "muted" : "plain"} className={joined}>
          {skipped === 0 ? (
            "0"
          ) : (
            <Hint tip={skippedWords(run).join("; ")}>{exactCount(skipped)}</Hint>
          )}
        </Td>
        {number(run.calls)}
        <Td numeric tone="soft" className={joined}>
          {took(run.seconds)}
        </Td>
      </tr>
      {troubled && (
        <tr>
          <Td colSpan={COLUMNS} className="h-auto! pb-2.5">
            <RunErrors errors={run.errors} />
          </Td>
        </tr>
      )}
    </>
  );
}
