"use client";

import { memo, useMemo } from "react";
import { CartesianGrid, ReferenceArea, ScatterChart, XAxis, YAxis, ZIndexLayer } from "recharts";
import { timeTick, valueTick } from "@/components/charts/axes";
import type { Room } from "@/components/charts/plot";
import { type ReelPlace, shrinkOf } from "@/components/charts/scatter";
import { circlePath, layerPaths } from "@/components/charts/scatter-layers";
import { percentileTicks, type View, zoneIn } from "@/components/charts/scatter-view";
import { ZoneEdge, ZoneLabel } from "@/components/charts/scatter-zone";

/**
 * Axes, grid and zone are recharts'. The dots are not: its Scatter makes an element with handlers of
 * each, which 5,000 are too many for. Drawn anew for another room or view only, never on hover.
 */
export const ScatterPlot = memo(function ScatterPlot({
  places,
  room,
  view,
  narrow,
  bare = false,
}: {
  places: readonly ReelPlace[];
  room: Room;
  view: View;
  narrow: boolean;
  /** Words stand on it instead of dots. */
  bare?: boolean | undefined;
}) {
  const across = percentileTicks(view.x, narrow ? 4 : 5);
  const up = percentileTicks(view.y, 5);
  const zone = zoneIn(view);
  const others = useMemo(
    () => layerPaths(places.flatMap((place) => (place.mark.breakout ? [] : [place]))),
    [places],
  );
  const shrink = shrinkOf(places.length, room);
  const crowded = shrink < 0.4;
  const foot = room.height - room.bottom;
  return (
    <ScatterChart
      width={room.width}
      height={room.height}
      margin={{ top: room.top, right: room.right, bottom: 0, left: 0 }}
      accessibilityLayer={false}
    >
      <CartesianGrid
        vertical={!bare}
        verticalValues={across.map(({ value }) => value)}
        horizontalValues={up.map(({ value }) => value)}
        stroke="var(--chart-grid)"
      />
      <XAxis
        dataKey="x"
        type="number"
        domain={[...view.x]}
        ticks={across.map(({ value }) => value)}
        interval={0}
        height={room.bottom}
        tickLine={false}
        axisLine={{ stroke: "var(--chart-axis)" }}
        tick={timeTick(across, room.width)}
        allowDataOverflow
      />
      <YAxis
        dataKey="y"
        type="number"
        domain={[...view.y]}
        ticks={up.map(({ value }) => value)}
        interval={0}
        width={room.left}
        tickLine={false}
        axisLine={{ stroke: "var(--chart-axis)" }}
        tick={valueTick(up)}
        allowDataOverflow
      />
      {zone && (
        <ReferenceArea
          x1={zone.part.x[0]}
          x2={zone.part.x[1]}
          y1={zone.part.y[0]}
          y2={zone.part.y[1]}
          zIndex={-150}
          fill="var(--ember-soft)"
          fillOpacity={1}
        />
      )}
      <ZIndexLayer zIndex={600}>
        {others.map((path, layer) => (
          <path
            // biome-ignore lint/suspicious/noArrayIndexKey: layers have no other name, and two can begin alike
            key={layer}
            d={path}
            fill="var(--chart-dot)"
            fillOpacity={0.34}
            stroke="var(--chart-dot)"
            strokeWidth={shrink < 0.12 ? 0.6 : crowded ? 0.75 : 1}
          />
        ))}
        {zone && <ZoneEdge zone={zone} view={view} room={room} />}
        {zone && !(bare && narrow) && (
          <ZoneLabel zone={zone} view={view} room={room} narrow={narrow} />
        )}
        {places.toReversed().map((place) => {
          const { mark } = place;
          return (
            mark.breakout && (
              <path
                key={mark.reel.post_id}
                d={circlePath(place)}
                fill="var(--ember)"
                stroke="var(--panel)"
                strokeWidth={crowded ? 0.75 : 1.25}
              />
            )
          );
        })}
        <g fontSize={11} fill="var(--text-2)">
          <text x={0} y={17}>
            {narrow ? "↑ Engagement, percentile" : "↑ Engagement rate, percentile"}
          </text>
          <text x={room.width - room.right} y={foot + 36} textAnchor="end">
            Views per hour, percentile →
          </text>
        </g>
      </ZIndexLayer>
    </ScatterChart>
  );
});
