"use client";

import { lazy, useMemo, useState } from "react";
import { ChartFrame, type ChartWords } from "@/components/charts/chart-frame";
import { axisWidth } from "@/components/charts/plot";
import { PlotPlace } from "@/components/charts/plot-place";
import { placeMarks, readScatter } from "@/components/charts/scatter";
import { scatterTable } from "@/components/charts/scatter-table";
import { isWhole, sameView, type View, WHOLE } from "@/components/charts/scatter-view";
import {
  describeScatter,
  samplingWords,
  scatterLegend,
  scatterNotes,
  viewText,
} from "@/components/charts/scatter-words";
import { useWidth } from "@/components/charts/use-width";
import { TextLink } from "@/components/ui/app-link";
import { Skeleton } from "@/components/ui/skeleton";
import { counted, exactCount } from "@/lib/format/count";
import type { ReelPoints } from "@/lib/reels/point";

const ScatterPlot = lazy(async () => ({
  default: (await import("@/components/charts/scatter-plot")).ScatterPlot,
}));
const ScatterStage = lazy(async () => ({
  default: (await import("@/components/charts/scatter-stage")).ScatterStage,
}));

const NARROW_PX = 480;
const LOW_PX = 372;
const HIGH = { least: 420, share: 0.64, most: 540 };
/** More rows than anyone reads here; the page's own table has paging and filters. */
const MOST_ROWS = 200;

/** Reels by how fast they are watched and how much they engage: breakouts stand out at the upper right. */
export function ScatterChart({
  data,
  hrefOf,
  tableHref,
  selected = null,
  onPoint,
  timeZone,
  asOf,
  sub,
  simulated = false,
  ...words
}: ChartWords & {
  /** Keep its identity between renders: the dots are drawn anew with it. */
  data: ReelPoints;
  /** The page of a post here; null where it has none, and only the platform is linked. Keep its identity too. */
  hrefOf: (postId: number) => string | null;
  /** The whole table of the same filter. */
  tableHref: string;
  /** A reel that is lit from outside, by its row in a list. */
  selected?: number | null | undefined;
  /** Told what is pointed at, to light its row. */
  onPoint?: ((postId: number | null) => void) | undefined;
  timeZone: string;
  /** ISO 8601: when the page was made. Times of its day go without the date. */
  asOf: string;
  /** Measure, cohort, as of. */
  sub: string;
  simulated?: boolean | undefined;
}) {
  const marks = useMemo(() => readScatter(data.points), [data]);
  const table = useMemo(() => scatterTable(marks, hrefOf), [marks, hrefOf]);
  const at = useWidth();
  const { width } = at;
  const [view, setView] = useState<View>(WHOLE);
  const [said, setSaid] = useState("");

  const narrow = width < NARROW_PX;
  const room = useMemo(
    () => ({
      width,
      height: narrow
        ? LOW_PX
        : Math.round(Math.min(HIGH.most, Math.max(HIGH.least, width * HIGH.share))),
      left: axisWidth(["100"]),
      right: 12,
      top: 40,
      bottom: 44,
    }),
    [width, narrow],
  );
  const places = useMemo(() => placeMarks(marks, view, room), [marks, view, room]);

  function look(next: View) {
    if (sameView(next, view)) return;
    setView(next);
    const seen = exactCount(placeMarks(marks, next, room).length);
    const where = isWhole(next) ? "Everything is shown" : `Zoomed to ${viewText(next)}`;
    setSaid(`${where}: ${seen} of ${counted(marks.length, "drawn reel")} in view.`);
  }

  const breakouts = marks.filter(({ breakout }) => breakout).length;
  const high = `clamp(${HIGH.least}px, ${HIGH.share * 100}cqw, ${HIGH.most}px)`;
  const place = { place: at, low: LOW_PX, high };
  const bare = (
    <div aria-hidden="true">
      <PlotPlace {...place}>
        {words.state?.kind === "loading" && (
          <div
            className="absolute"
            style={{ inset: `${room.top}px ${room.right}px ${room.bottom}px ${room.left}px` }}
          >
            <Skeleton className="h-full rounded-none!" />
          </div>
        )}
        <div className="relative">
          <ScatterPlot places={[]} room={room} view={WHOLE} narrow={narrow} bare />
        </div>
      </PlotPlace>
    </div>
  );
  return (
    <ChartFrame
      {...words}
      sub={sub}
      simulated={simulated}
      hasData={marks.length > 0}
      height={room.height}
      table={table}
      tableRows={MOST_ROWS}
      tableNote={
        <span>
          {marks.length > MOST_ROWS &&
            `The ${MOST_ROWS} highest scores of ${exactCount(marks.length)} drawn. `}
          <TextLink href={tableHref}>All {counted(data.ranked + data.unranked, "reel")}</TextLink>
        </span>
      }
      timeZone={timeZone}
      legend={scatterLegend(marks)}
      drawn={samplingWords(data, { count: marks.length, breakouts })}
      notes={scatterNotes(data, view, places.length, marks.length)}
      axes={bare}
    >
      <PlotPlace {...place}>
        <ScatterStage
          label={`${counted(marks.length, "reel")} by velocity and engagement`}
          description={describeScatter(data, marks.length)}
          places={places}
          room={room}
          view={view}
          onView={look}
          narrow={narrow}
          hrefOf={hrefOf}
          selected={selected}
          onPoint={onPoint}
          timeZone={timeZone}
          now={new Date(asOf)}
        />
      </PlotPlace>
      <p role="status" className="sr-only">
        {said}
      </p>
    </ChartFrame>
  );
}
