"use client";

import { type KeyboardEvent, type PointerEvent, type ReactNode, useEffect } from "react";
import { nearestIndex } from "@/components/charts/thin";

/** A whole that is walked mark by mark: by pointer, by tap, and by arrows, Home and End once it has the focus. */
export function PlotSurface({
  label,
  description,
  unit = "measurement",
  places,
  textOf,
  active,
  onActive,
  children,
}: {
  label: string;
  /** What the chart shows, read out when it is entered. */
  description: string;
  unit?: "measurement" | "hour" | "day" | "week" | "month" | "level" | undefined;
  places: readonly { x: number }[];
  textOf: (index: number) => string;
  active: number | null;
  onActive: (index: number | null) => void;
  children: ReactNode;
}) {
  const last = places.length - 1;
  const open = active !== null;
  // What a pointer opened has no focus, and Escape closes it all the same.
  useEffect(() => {
    if (!open) return;
    const onKey = (event: globalThis.KeyboardEvent) => event.key === "Escape" && onActive(null);
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [open, onActive]);

  function point(event: PointerEvent<HTMLElement>) {
    const { left } = event.currentTarget.getBoundingClientRect();
    onActive(nearestIndex(places, event.clientX - left));
  }
  function walk(event: KeyboardEvent) {
    const now = active ?? last;
    const steps: Record<string, number> = {
      ArrowLeft: Math.max(0, now - 1),
      ArrowDown: Math.max(0, now - 1),
      ArrowRight: Math.min(last, now + 1),
      ArrowUp: Math.min(last, now + 1),
      PageUp: Math.max(0, now - 10),
      PageDown: Math.min(last, now + 10),
      Home: 0,
      End: last,
    };
    const next = steps[event.key];
    if (next === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    onActive(next);
  }
  return (
    <div
      // A slider, because that is what screen readers hand arrows to, and what announces each value.
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-description={`${description} Arrow keys move by ${unit}, t shows the table.`}
      aria-valuemin={1}
      aria-valuemax={places.length}
      aria-valuenow={(active ?? last) + 1}
      aria-valuetext={textOf(active ?? last)}
      className="relative touch-pan-y rounded-md outline-offset-4 select-none"
      onPointerMove={point}
      onPointerDown={point}
      onPointerLeave={(event) => event.pointerType === "mouse" && onActive(null)}
      onKeyDown={walk}
      onFocus={(event) => {
        if (active === null && event.currentTarget.matches(":focus-visible")) onActive(last);
      }}
      onBlur={() => onActive(null)}
    >
      {children}
    </div>
  );
}
