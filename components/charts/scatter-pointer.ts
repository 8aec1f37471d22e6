import { type MouseEvent, type PointerEvent, useEffect, useMemo, useRef, useState } from "react";
import type { Room } from "@/components/charts/plot";
import type { ReelPlace } from "@/components/charts/scatter";
import { brushRect, valuesAt } from "@/components/charts/scatter-cursor";
import { gridOf, nearestPlace } from "@/components/charts/scatter-grid";
import { headsFor, type Rect } from "@/components/charts/scatter-tip-place";
import { type View, viewBetween, zoomAround } from "@/components/charts/scatter-view";

type Spot = { x: number; y: number };

/** How far from a mark it is still meant. */
const REACH_PX = 28;
const DRAG_PX = 5;
const LEAST_BRUSH_PX = 12;
/** On the way to the tip other marks are passed; who stops at one means it. */
const LINGER_MS = 180;
const DOUBLE_TAP_MS = 320;

/** What a pointer does to the scatter: point, draw a rectangle, open, and with a finger tap. */
export function useScatterPointer({
  places,
  room,
  view,
  onView,
  active,
  onActive,
  onOpen,
}: {
  places: readonly ReelPlace[];
  room: Room;
  view: View;
  onView: (view: View) => void;
  active: number | null;
  onActive: (postId: number | null) => void;
  onOpen: () => void;
}) {
  const grid = useMemo(() => gridOf(places, REACH_PX), [places]);
  const [brush, setBrush] = useState<Rect | null>(null);
  const tip = useRef<Rect | null>(null);
  const last = useRef<Spot | null>(null);
  const press = useRef<(Spot & { drags: boolean }) | null>(null);
  const tap = useRef<(Spot & { at: number }) | null>(null);
  const touched = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const idAt = ({ x, y }: Spot) => nearestPlace(grid, x, y)?.mark.reel.post_id ?? null;
  const stay = () => clearTimeout(timer.current);
  const close = () => {
    stay();
    timer.current = setTimeout(() => onActive(null), LINGER_MS);
  };
  function hover(spot: Spot) {
    const from = last.current;
    last.current = spot;
    stay();
    const id = idAt(spot);
    if (id === active) return;
    const passes = active !== null && tip.current && from && headsFor(tip.current, from, spot);
    if (id !== null && !passes) return onActive(id);
    timer.current = setTimeout(() => onActive(id), LINGER_MS);
  }
  function dropBrush() {
    press.current = null;
    setBrush(null);
  }

  return {
    brush,
    dropBrush,
    stay,
    close,
    /** Where the tip stands, so that the way to it stays open. */
    tipAt: (box: Rect) => {
      tip.current = box;
    },
    handlers: {
      onPointerDown(event: PointerEvent<HTMLElement>) {
        touched.current = event.pointerType === "touch";
        if (!touched.current && event.button === 0) {
          press.current = { ...spotOf(event), drags: false };
        }
      },
      onPointerMove(event: PointerEvent<HTMLElement>) {
        if (event.pointerType === "touch") return;
        const spot = spotOf(event);
        const start = press.current;
        if (!start) return hover(spot);
        if (!start.drags && Math.hypot(spot.x - start.x, spot.y - start.y) < DRAG_PX) return;
        if (!start.drags) {
          start.drags = true;
          event.currentTarget.setPointerCapture(event.pointerId);
          stay();
          onActive(null);
        }
        setBrush(brushRect(start, spot, room));
      },
      onPointerUp() {
        if (!brush) {
          press.current = null;
          return;
        }
        const large =
          brush.right - brush.left >= LEAST_BRUSH_PX && brush.bottom - brush.top >= LEAST_BRUSH_PX;
        setBrush(null);
        if (!large) return;
        onView(
          viewBetween(
            valuesAt({ x: brush.left, y: brush.bottom }, view, room),
            valuesAt({ x: brush.right, y: brush.top }, view, room),
          ),
        );
      },
      onPointerCancel: dropBrush,
      onClick(event: MouseEvent<HTMLElement>) {
        const dragged = press.current?.drags;
        press.current = null;
        if (dragged) return;
        const spot = spotOf(event);
        const id = idAt(spot);
        if (!touched.current) {
          if (id !== null && id === active) onOpen();
          return;
        }
        // A finger: the first tap names the reel, a second one at the same spot comes closer.
        const before = tap.current;
        tap.current = { ...spot, at: event.timeStamp };
        const twice = before && event.timeStamp - before.at < DOUBLE_TAP_MS;
        if (twice && Math.hypot(spot.x - before.x, spot.y - before.y) < REACH_PX) {
          tap.current = null;
          onActive(null);
          onView(zoomAround(view, valuesAt(spot, view, room), 2.5));
        } else onActive(id);
      },
    },
  };
}

function spotOf(event: { currentTarget: HTMLElement; clientX: number; clientY: number }): Spot {
  const { left, top } = event.currentTarget.getBoundingClientRect();
  return { x: event.clientX - left, y: event.clientY - top };
}
