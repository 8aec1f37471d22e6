"use client";

import { type KeyboardEvent, type PointerEvent, useEffect, useState } from "react";
import { ChartFrame, type ChartWords } from "@/components/charts/chart-frame";
import type { ChartTableData } from "@/components/charts/chart-table-data";
import { ChartTip, type TipContent } from "@/components/charts/chart-tip";
import {
  type GraphLink,
  type GraphNode,
  nodeAt,
  placeNodes,
} from "@/components/charts/graph-layout";
import { GraphPlot } from "@/components/charts/graph-plot";
import { useWidth } from "@/components/charts/use-width";

const NARROW_PX = 480;
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
  const { ref, width } = useWidth();
  const [active, setActive] = useState<number | null>(null);
  const narrow = width < NARROW_PX;
  const room = { width, height: narrow ? 300 : 340 };
  const shown = narrow ? nodes.slice(0, MOST_NARROW) : nodes;
  const placed = placeNodes(shown, room);
  const [node, place] = active === null ? [] : [shown[active], placed[active]];
  const last = shown.length - 1;

  useEffect(() => {
    if (active === null) return;
    const onKey = (event: globalThis.KeyboardEvent) => event.key === "Escape" && setActive(null);
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [active]);

  const at = (event: PointerEvent<HTMLElement>) => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    return nodeAt(placed, event.clientX - left, event.clientY - top);
  };
  function walk(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Enter" && node) return onOpen(node.href);
    const now = active ?? -1;
    // Around in a circle: after the last comes the first.
    const next = {
      ArrowRight: (now + 1) % shown.length,
      ArrowDown: (now + 1) % shown.length,
      ArrowLeft: now <= 0 ? last : now - 1,
      ArrowUp: now <= 0 ? last : now - 1,
      Home: 0,
      End: last,
    }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    setActive(next);
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
      <div ref={ref}>
        {width === 0 ? (
          <div style={{ height: room.height }} />
        ) : (
          <div
            // A slider, because that is what screen readers hand arrows to, and what announces each value.
            role="slider"
            tabIndex={0}
            aria-label={`What goes with ${middle}`}
            aria-description={`${description} Arrow keys walk around, Enter opens, t shows the table.`}
            aria-valuemin={1}
            aria-valuemax={shown.length}
            aria-valuenow={(active ?? 0) + 1}
            aria-valuetext={shown[active ?? 0]?.text ?? ""}
            className={`relative touch-manipulation rounded-md outline-offset-4 select-none ${node ? "cursor-pointer" : ""}`}
            onPointerMove={(event) => event.pointerType !== "touch" && setActive(at(event))}
            onPointerLeave={(event) => event.pointerType === "mouse" && setActive(null)}
            onClick={(event) => {
              const { left, top } = event.currentTarget.getBoundingClientRect();
              const hit = nodeAt(placed, event.clientX - left, event.clientY - top);
              const target = hit === null ? undefined : shown[hit];
              // A finger's first tap tells, its second opens.
              if (target && hit === active) onOpen(target.href);
              else setActive(hit);
            }}
            onKeyDown={walk}
            onFocus={(event) => {
              if (active === null && event.currentTarget.matches(":focus-visible")) setActive(0);
            }}
            onBlur={() => setActive(null)}
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
          </div>
        )}
      </div>
    </ChartFrame>
  );
}
