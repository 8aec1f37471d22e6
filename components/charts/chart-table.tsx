import type { ChartColumn, ChartTableData } from "@/components/charts/chart-table-data";
import { paceText } from "@/components/charts/history-table";
import { Missing } from "@/components/ui/missing";
import { Table, Td, Th } from "@/components/ui/table";
import type { Row } from "@/lib/exports/column";
import { exactCount } from "@/lib/format/count";
import { exactMoment } from "@/lib/format/time";

/** The same data as the chart, a history newest first; it scrolls inside the panel. */
export function ChartTable({
  data: { columns, rows, inOrder = false },
  label,
  timeZone,
}: {
  data: ChartTableData;
  label: string;
  timeZone: string;
}) {
  const shown = columns.map((column, index) => ({ column, index }));
  const visible = shown.filter(({ column }) => !column.exportOnly);
  const note = columns.findIndex(({ key }) => key === "note");
  return (
    <div className="border-t [&>section]:max-h-[26rem]">
      <Table label={label}>
        <thead>
          <tr>
            {visible.map(({ column }) => (
              <Th key={column.key} numeric={isNumeric(column)}>
                {column.type === "datetime" ? `${column.header}, ${timeZone}` : column.header}
              </Th>
            ))}
          </tr>
        </thead>
        <tbody>
          {(inOrder ? rows : rows.toReversed()).map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no id, and are never moved
            <tr key={index}>
              {visible.map(({ column, index: at }) => (
                <Td
                  key={column.key}
                  numeric={isNumeric(column)}
                  tone={column.key === "value" ? "strong" : "soft"}
                  className={column.key === "note" ? "min-w-56 py-1" : "whitespace-nowrap"}
                >
                  <Cell
                    column={column}
                    text={row[at] ?? null}
                    row={row}
                    note={row[note]}
                    zone={timeZone}
                  />
                </Td>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  );
}

function Cell({
  column: { key, type, show, missing },
  text,
  row,
  note,
  zone,
}: {
  column: ChartColumn;
  text: string | null;
  row: Row;
  note: string | null | undefined;
  zone: string;
}) {
  if (text === null) {
    return key === "value" || missing ? (
      <Missing reason={missing ?? note ?? "Not measured."} />
    ) : null;
  }
  if (show) return show(text, row);
  if (type === "count") return exactCount(text);
  if (type === "number") return paceText(Number(text));
  return type === "datetime" ? exactMoment(text, zone).slice(0, -zone.length - 1) : text;
}

function isNumeric({ type }: ChartColumn) {
  return type === "count" || type === "number";
}
