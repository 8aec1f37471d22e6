"use client";

import { lazy, useState } from "react";
import { ChartFrame, type ChartWords } from "@/components/charts/chart-frame";
import type { ChartTableData } from "@/components/charts/chart-table-data";
import { ChartTip, type TipContent } from "@/components/charts/chart-tip";
import {
  type GraphLink,
  type GraphNode,
  nodeAt,
  placeNodes,
} from "@/components/charts/graph-layout";
import { PlotPlace } from "@/components/charts/plot-place";
import { useWidth } from "@/components/charts/use-width";
import { WalkedSurface } from "@/components/charts/walked-surface";
import { cx } from "@/components/ui/cx";

const GraphPlot = lazy(async () => ({
  default: (await import("@/components/charts/graph-plot")).GraphPlot,
}));

const NARROW_PX = 480;
const LOW_PX = 300;
const HIGH_PX = 340;
const MOST_NARROW = 6;

export type ToldNode = GraphNode & {
  href: string;
  /** Read out when it is walked to. */
  text: string;
  tip: TipContent;
};

/** What goes with one thing, drawn around it. Arrows walk from one to the next, Enter opens it. */
export function GraphChart({
  middle,
  nodes,
  links,
  sub,
  description,
  table,
  timeZone,
  simulated,
  notes,
  onOpen,
  ...words
}: ChartWords & {
  middle: string;
  nodes: ToldNode[];
  links: GraphLink[];
  sub: string;
  description: string;
  table: ChartTableData;
  timeZone: string;
  simulated: boolean;
  notes: string[];
  onOpen: (href: string) => void;
}) {
  const at = useWidth();
  const { width } = at;
  const [active, setActive] = useState<number | null>(null);
  const narrow = width < NARROW_PX;
  const room = { width, height: narrow ? LOW_PX : HIGH_PX };
  const shown = narrow ? nodes.slice(0, MOST_NARROW) : nodes;
  const placed = placeNodes(shown, room);
  const [node, place] = active === null ? [] : [shown[active], placed[active]];
  const last = shown.length - 1;

  function step(key: string, now: number) {
    // Around in a circle: after the last comes the first.
    const steps: Record<string, number> = {
      ArrowRight: (now + 1) % shown.length,
      ArrowDown: (now + 1) % shown.length,
      ArrowLeft: now <= 0 ? last : now - 1,
      ArrowUp: now <= 0 ? last : now - 1,
      Home: 0,
      End: last,
    };
    return steps[key] ?? null;
  }
  function choose(hit: number | null) {
    const target = hit === null ? undefined : shown[hit];
    // A finger's first tap tells, its second opens.
    if (target && hit === active) onOpen(target.href);
    else setActive(hit);
  }
  return (
    <ChartFrame
      {...words}
      sub={sub}
      simulated={simulated}
      hasData={nodes.length > 0}
      height={room.height}
      axes={<span />}
      table={table}
      timeZone={timeZone}
      notes={notes}
      drawn={shown.length < nodes.length ? `${shown.length} of ${nodes.length} drawn` : undefined}
    >
      <PlotPlace place={at} low={LOW_PX} high={HIGH_PX}>
        <WalkedSurface
          label={`What goes with ${middle}`}
          description={`${description} Arrow keys walk around, Enter opens`}
          count={shown.length}
          start={0}
          textOf={(index) => shown[index]?.text ?? ""}
          active={active}
          onActive={setActive}
          pointed={(x, y) => nodeAt(placed, x, y)}
          step={step}
          onClick={choose}
          className={cx("touch-manipulation", node && "cursor-pointer")}
        >
          <div data-plot="">
            <GraphPlot
              middle={middle}
              nodes={placed}
              links={links}
              room={room}
              active={place ?? null}
            />
          </div>
          {node && place && <ChartTip content={node.tip} x={place.x} y={place.y} room={room} />}
        </WalkedSurface>
      </PlotPlace>
    </ChartFrame>
  );
}
