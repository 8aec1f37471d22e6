import { hourText, WEEKDAYS } from "@/components/charts/heat";
import { cellText } from "@/components/charts/heat-scale";
import { Panel, PanelFooter, PanelHead } from "@/components/ui/panel";
import type { BestTimes } from "@/lib/reports/best-times";

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

/** The week of hours on paper: a table, which needs no pointer and no colour. */
export function PrintTimes({
  times: { cells, measure, best },
  title,
  sub,
  notes,
}: {
  times: BestTimes;
  title: string;
  sub: string;
  notes: string[];
}) {
  const cellOf = (weekday: number, hour: number) =>
    cells.find((cell) => cell.weekday === weekday && cell.hour === hour);
  return (
    <div className="hidden print:block">
      <Panel>
        <PanelHead title={title} sub={sub} />
        <table className="w-full border-t text-2xs">
          <thead>
            <tr>
              <th scope="col" className="px-2 py-1 text-left">
                Hour
              </th>
              {WEEKDAYS.map((day) => (
                <th key={day} scope="col" className="px-2 py-1 text-right">
                  {day}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {HOURS.map((hour) => (
              <tr key={hour}>
                <th scope="row" className="border-t px-2 text-left font-normal">
                  {hourText(hour)}
                </th>
                {WEEKDAYS.map((day, index) => {
                  const cell = cellOf(index + 1, hour);
                  const isBest = best?.weekday === index + 1 && best.hour === hour;
                  return (
                    <td key={day} className="border-t px-2 text-right whitespace-nowrap">
                      {cell?.value == null ? (
                        <span className="text-muted">
                          {cell?.posts ? `no evidence (${cell.measured})` : "no post"}
                        </span>
                      ) : (
                        <span className={isBest ? "font-semibold" : undefined}>
                          {`${cellText(measure, cell.value)} (${cell.measured})`}
                          {isBest && " best"}
                        </span>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
        <PanelFooter>In brackets the measured posts behind each. {notes.join(" ")}</PanelFooter>
      </Panel>
    </div>
  );
}
