"use client";

import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { ChartBody, type ChartState } from "@/components/charts/chart-body";
import { ChartTable } from "@/components/charts/chart-table";
import type { ChartTableData } from "@/components/charts/chart-table-data";
import { ChartTools, type FileKind } from "@/components/charts/chart-tools";
import { Legend, type LegendEntry } from "@/components/charts/legend";
import { Badge, SimulatedBadge } from "@/components/ui/badge";
import { Notice } from "@/components/ui/notice";
import { Panel, PanelFooter, PanelHead } from "@/components/ui/panel";
import { safeFileName } from "@/lib/exports/file-name";

/** What a page says about a chart, whatever it draws. */
export type ChartWords = {
  /** The finding, or the measure where there is none. */
  title: string;
  /** At most two, after the sub line. "Simulated" and "Stale" come by themselves. */
  badges?: ReactNode | undefined;
  /** Before the table and download buttons, e.g. the choice of a metric. */
  tools?: ReactNode | undefined;
  state?: ChartState | undefined;
  level?: 2 | 3 | undefined;
  /** Without extension; the title when left out. */
  fileName?: string | undefined;
};

/** Title, sub line, tools, plot, footer: every chart stands in one. `t` switches to the table. */
export function ChartFrame({
  title,
  sub,
  badges,
  tools,
  state = { kind: "ready" },
  level,
  fileName = title,
  simulated = false,
  hasData,
  height,
  table,
  tableRows = table.rows.length,
  tableNote,
  timeZone,
  legend = [],
  notes = [],
  drawn,
  axes,
  children,
}: ChartWords & {
  /** Measure, unit, cohort, as of. */
  sub: string;
  simulated?: boolean | undefined;
  /** What is known stays on screen while loading and after an error. */
  hasData: boolean;
  height: number;
  table: ChartTableData;
  /** So many of the last rows are shown; the CSV has them all. */
  tableRows?: number | undefined;
  /** Under the table: what of it is shown, and where the rest is. */
  tableNote?: ReactNode | undefined;
  timeZone: string;
  legend?: LegendEntry[] | undefined;
  /** Caveats, a sentence each. */
  notes?: string[] | undefined;
  /** How much of the data is drawn; it stands at the end of the legend. */
  drawn?: string | undefined;
  /** What stands in the place of the plot under a sentence, where the usual axes would be wrong. */
  axes?: ReactNode | undefined;
  children: ReactNode;
}) {
  const frame = useRef<HTMLDivElement>(null);
  const [asTable, setAsTable] = useState(false);
  const [failed, setFailed] = useState(false);
  const byKey = useRef(false);
  const shown = hasData && state.kind !== "empty";

  // What had the focus is gone with the other view: hand it on, so that `t` works again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it follows the view
  useEffect(() => {
    if (!byKey.current) return;
    byKey.current = false;
    frame.current?.querySelector<HTMLElement>("[data-view]:not([hidden]) [tabindex='0']")?.focus();
  }, [asTable]);

  function onKeyDown(event: KeyboardEvent) {
    const typed = event.target instanceof Element && event.target.closest("input,select,textarea");
    if (event.key !== "t" || event.ctrlKey || event.metaKey || event.altKey || typed) return;
    if (!shown || !(event.target instanceof Node && frame.current?.contains(event.target))) return;
    event.preventDefault();
    byKey.current = true;
    setAsTable(!asTable);
  }

  async function download(kind: FileKind) {
    if (!frame.current) return;
    setFailed(false);
    try {
      const { drawPng, drawSvg, saveFile } = await import("@/components/charts/download-image");
      if (kind === "csv") {
        const { csvBlob } = await import("@/components/charts/download-csv");
        return saveFile(await csvBlob(table), safeFileName(fileName, kind));
      }
      const drawing = drawSvg(frame.current, {
        title,
        sub,
        simulated,
        notes: drawn ? [`${drawn}.`, ...notes] : notes,
      });
      const blob = new Blob([drawing.svg], { type: "image/svg+xml" });
      saveFile(kind === "svg" ? blob : await drawPng(drawing), safeFileName(fileName, kind));
    } catch {
      setFailed(true);
    }
  }

  const stale = shown && state.kind === "error";
  const updating = shown && state.kind === "loading";
  return (
    <Panel label={title} className="flex flex-col">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a shortcut of what is inside, each part works without */}
      <div ref={frame} onKeyDown={onKeyDown} className="flex min-h-0 flex-1 flex-col">
        <PanelHead
          title={title}
          level={level}
          sub={
            <span className="inline-flex flex-wrap items-center gap-x-2 gap-y-1">
              <span>{updating ? `${sub} · Updating` : sub}</span>
              {simulated && <SimulatedBadge />}
              {stale && <Badge kind="stale">Stale</Badge>}
              {badges}
            </span>
          }
          tools={
            <>
              {tools}
              {shown && (
                <ChartTools
                  asTable={asTable}
                  onToggle={() => setAsTable(!asTable)}
                  onDownload={download}
                  rows={table.rows.length}
                />
              )}
            </>
          }
        />
        {failed && (
          <div className="px-3.5 pb-2.5 md:px-4">
            <Notice kind="bad" announce>
              The browser could not draw the file. Download the table as CSV, or try again.
            </Notice>
          </div>
        )}
        <div data-view="chart" hidden={asTable && shown} className="px-3.5 pb-2.5 md:px-4">
          <ChartBody state={state} shown={shown} height={height} axes={axes}>
            {children}
          </ChartBody>
        </div>
        {asTable && shown && (
          <div data-view="table">
            <ChartTable
              data={{ ...table, rows: table.rows.slice(-tableRows) }}
              label={`${title}, as a table`}
              timeZone={timeZone}
            />
            {tableNote && <PanelFooter>{tableNote}</PanelFooter>}
          </div>
        )}
        {shown && (legend.length > 0 || notes.length > 0 || drawn) && (
          <PanelFooter className={simulated ? "mt-auto hatch rounded-b-[9px]" : "mt-auto"}>
            <div
              className={
                simulated ? "grid gap-1.5 rounded-sm bg-panel px-2 py-1" : "grid w-full gap-1.5"
              }
            >
              <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1.5">
                <Legend entries={legend} />
                {drawn && <p>{drawn}</p>}
              </div>
              {notes.length > 0 && (
                <ul className="grid gap-0.5">
                  {notes.map((note) => (
                    <li key={note}>{note}</li>
                  ))}
                </ul>
              )}
            </div>
          </PanelFooter>
        )}
      </div>
    </Panel>
  );
}
