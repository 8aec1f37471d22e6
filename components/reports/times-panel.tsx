import { HeatChart } from "@/components/charts/heat-chart";
import { Choice } from "@/components/reports/choice";
import { PrintTimes } from "@/components/reports/print-times";
import { TableExport } from "@/components/reports/table-export";
import { TimesFigures } from "@/components/reports/times-figures";
import { timesFinding, timesNotes, timesSub } from "@/components/reports/times-words";
import { moment } from "@/lib/format/time";
import type { BestTimes } from "@/lib/reports/best-times";
import type { ReportQuery } from "@/lib/reports/period";

/** When posts do best, as figures and as a week of hours. */
export function TimesPanel({
  times,
  query,
  zone,
  now,
}: {
  times: BestTimes;
  query: ReportQuery;
  zone: string;
  now: Date;
}) {
  const title = timesFinding(times);
  const sub = `${timesSub(times)} · as of ${moment(times.as_of, zone, now)}`;
  const notes = timesNotes(times);
  return (
    <>
      <TimesFigures times={times} />
      <div className="print-hidden">
        <HeatChart
          title={title}
          fileName="Best weekday and hour"
          sub={sub}
          cells={times.cells}
          measure={times.measure}
          median={times.median}
          fewest={times.fewest}
          best={times.best}
          timeZone={times.time_zone}
          simulated={times.is_simulated}
          notes={notes}
          tools={
            <span key="export" className="max-md:hidden">
              <TableExport query={query} table="best-times" name="best times" />
            </span>
          }
          choice={
            <Choice
              label="Hours by"
              name="measure"
              query={query}
              value={times.measure}
              options={[
                ["views", "Views at 24 h of age"],
                ["engagement_rate", "Engagement rate"],
              ]}
            />
          }
        />
      </div>
      <PrintTimes times={times} title={title} sub={sub} notes={notes} />
    </>
  );
}
