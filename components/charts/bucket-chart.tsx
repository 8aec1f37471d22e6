"use client";

import { lazy, useMemo, useState } from "react";
import {
  type BucketUnit,
  bucketTable,
  bucketText,
  bucketTicks,
  bucketTip,
  type CountBucket,
} from "@/components/charts/bucket-words";
import { ChartFrame, type ChartWords } from "@/components/charts/chart-frame";
import { ChartTip } from "@/components/charts/chart-tip";
import { axisWidth, scalesOf } from "@/components/charts/plot";
import { PlotPlace } from "@/components/charts/plot-place";
import { PlotSurface } from "@/components/charts/plot-surface";
import { valueTicks } from "@/components/charts/ticks";
import { useWidth } from "@/components/charts/use-width";
import { counted } from "@/lib/format/count";

const BucketPlot = lazy(async () => ({
  default: (await import("@/components/charts/bucket-plot")).BucketPlot,
}));

const NARROW_PX = 480;
const LOW_PX = 220;
const HIGH_PX = 300;
const MOST_ROWS = 400;

/** Posts by hour, day, week or month. None in a time is a count of 0, and no gap. */
export function BucketChart({
  buckets,
  unit,
  timeZone,
  sub,
  simulated = false,
  notes = [],
  ...words
}: ChartWords & {
  buckets: CountBucket[];
  unit: BucketUnit;
  timeZone: string;
  sub: string;
  simulated?: boolean;
  notes?: string[];
}) {
  const at = useWidth();
  const { width } = at;
  const [active, setActive] = useState<number | null>(null);
  const table = useMemo(() => bucketTable(buckets, unit, timeZone), [buckets, unit, timeZone]);

  const narrow = width < NARROW_PX;
  const values = valueTicks(0, Math.max(0, ...buckets.map(({ posts }) => posts)));
  const room = {
    width,
    height: narrow ? LOW_PX : HIGH_PX,
    left: axisWidth(values.ticks.map(({ label }) => label)),
    right: 8,
    top: 12,
    bottom: 26,
  };
  const scales = scalesOf(room, [0, buckets.length], values.domain);
  const most = Math.max(2, Math.floor((width - 40) / (narrow ? 68 : 80)));
  const places = buckets.map(({ posts }, index) => ({
    x: scales.x(index + 0.5),
    y: scales.y(posts),
  }));
  const [bucket, place] = active === null ? [] : [buckets[active], places[active]];
  const last = buckets.at(-1);
  const partial = buckets.some((each) => each.partial);
  return (
    <ChartFrame
      {...words}
      sub={sub}
      simulated={simulated}
      hasData={buckets.some(({ posts }) => posts > 0)}
      height={room.height}
      table={table}
      tableRows={MOST_ROWS}
      timeZone={timeZone}
      legend={[
        { mark: "bar", text: "Posts" },
        ...(partial ? [{ mark: "bar-partial" as const, text: "Not the whole of it" }] : []),
      ]}
      notes={[...notes, `Each ${unit} in ${timeZone} time.`]}
    >
      <PlotPlace place={at} low={LOW_PX} high={HIGH_PX}>
        <PlotSurface
          label={`Posts by ${unit}`}
          unit={unit}
          description={`${sub}. ${counted(buckets.length, unit)}. ${last ? bucketText(last, unit, timeZone) : ""}`}
          places={places}
          textOf={(index) => (buckets[index] ? bucketText(buckets[index], unit, timeZone) : "")}
          active={active}
          onActive={setActive}
        >
          <div data-plot="">
            <BucketPlot
              buckets={buckets}
              room={room}
              scales={scales}
              times={bucketTicks(buckets, unit, timeZone, most)}
              values={values}
              active={active}
            />
          </div>
          {bucket && place && (
            <ChartTip content={bucketTip(bucket, unit, timeZone)} {...place} room={room} />
          )}
        </PlotSurface>
      </PlotPlace>
    </ChartFrame>
  );
}
