import { ChangeWords } from "@/components/metrics/change-words";
import { dayRangeText } from "@/components/posts/trend-words";
import {
  PERIOD_LABELS,
  periodsFinding,
  rowNote,
  whyNotCompared,
  whyUnknown,
} from "@/components/reports/period-words";
import { TableExport } from "@/components/reports/table-export";
import { SimulatedBadge } from "@/components/ui/badge";
import { Count } from "@/components/ui/count";
import { Missing } from "@/components/ui/missing";
import { Panel, PanelFooter, PanelHead } from "@/components/ui/panel";
import { Table, Td, Th } from "@/components/ui/table";
import { calendarDay, moment } from "@/lib/format/time";
import type { ReportQuery } from "@/lib/reports/period";
import type { PeriodRow, Periods } from "@/lib/reports/periods";

/** A period beside the one before it, line by line. */
export function PeriodsPanel({
  periods,
  query,
  zone,
  now,
}: {
  periods: Periods;
  query: ReportQuery;
  zone: string;
  now: Date;
}) {
  const { rows, from, until, previous_from, previous_until, is_running, changes } = periods;
  return (
    <Panel>
      <PanelHead
        title={periodsFinding(periods)}
        sub={
          <span className="inline-flex flex-wrap items-center gap-x-2 gap-y-1">
            <span>
              {dayRangeText(from, until)} beside {dayRangeText(previous_from, previous_until)} · as
              of {moment(periods.as_of, zone, now)}
            </span>
            {periods.is_simulated && <SimulatedBadge />}
          </span>
        }
        tools={<TableExport query={query} table="periods" name="period against period" />}
      />
      <div className="max-md:[&_tr>*:nth-child(3)]:hidden print:[&_tr>*:nth-child(3)]:table-cell!">
        <Table label="Period against period">
          <thead>
            <tr>
              <Th>Measure</Th>
              <Th numeric>This period</Th>
              <Th numeric>{is_running ? "Same part before" : "Before"}</Th>
              <Th>Change</Th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <PeriodLine key={row.key} row={row} running={is_running} />
            ))}
          </tbody>
        </Table>
      </div>
      <PanelFooter>
        {is_running &&
          "The period is still running: counts are held against the same elapsed part of the one before, gains in whole days. "}
        Gains as in Trends: what each post gained since it was measured before; platforms added up,
        each as it counts.
        {changes.map(({ day, definition, description }) => (
          <span key={definition} className="w-full">
            <b className="font-strong">Redefined on {calendarDay(day, "UTC")}.</b> {description}{" "}
            Before and after are not compared.
          </span>
        ))}
      </PanelFooter>
    </Panel>
  );
}

function PeriodLine({ row, running }: { row: PeriodRow; running: boolean }) {
  const { key, value, compared, previous } = row;
  const note = rowNote(row, running);
  const why = whyNotCompared(row);
  return (
    <tr>
      <Td className="py-1.5">
        {PERIOD_LABELS[key]}
        {note && <span className="block text-xs text-muted">{note}</span>}
      </Td>
      <Td numeric tone="strong">
        {value === null ? <Missing reason={whyUnknown(row)} /> : <Count value={value} />}
      </Td>
      <Td numeric tone="soft">
        {previous === null ? (
          <Missing reason={`Nothing to compare with: ${why ?? "unknown"}.`} />
        ) : (
          <Count value={previous} />
        )}
      </Td>
      <Td tone="soft">{why ?? <ChangeWords value={compared} before={previous} />}</Td>
    </tr>
  );
}
