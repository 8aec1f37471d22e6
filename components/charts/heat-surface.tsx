"use client";

import { type KeyboardEvent, type PointerEvent, type ReactNode, useEffect } from "react";
import { type HeatPlace, stepHeat } from "@/components/charts/heat";

/** A grid that is walked cell by cell: by pointer, by tap, and by arrows once it has the focus. */
export function HeatSurface({
  label,
  description,
  places,
  turned,
  textOf,
  start,
  active,
  onActive,
  children,
}: {
  label: string;
  description: string;
  places: readonly HeatPlace[];
  turned: boolean;
  textOf: (index: number) => string;
  /** The cell the keyboard begins at. */
  start: number;
  active: number | null;
  onActive: (index: number | null) => void;
  children: ReactNode;
}) {
  const open = active !== null;
  useEffect(() => {
    if (!open) return;
    const onKey = (event: globalThis.KeyboardEvent) => event.key === "Escape" && onActive(null);
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [open, onActive]);

  function point(event: PointerEvent<HTMLElement>) {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    const [x, y] = [event.clientX - left, event.clientY - top];
    const index = places.findIndex(
      (place) =>
        x >= place.x && x < place.x + place.width && y >= place.y && y < place.y + place.height,
    );
    onActive(index < 0 ? null : index);
  }
  function walk(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = stepHeat(active ?? start, event.key, turned);
    if (next === null) return;
    event.preventDefault();
    onActive(next);
  }
  const now = active ?? start;
  return (
    <div
      // A slider, because that is what screen readers hand arrows to, and what announces each value.
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-description={`${description} Arrow keys move by hour and by weekday, t shows the table.`}
      aria-valuemin={1}
      aria-valuemax={places.length}
      aria-valuenow={now + 1}
      aria-valuetext={textOf(now)}
      className="relative touch-pan-y rounded-md outline-offset-4 select-none"
      onPointerMove={point}
      onPointerDown={point}
      onPointerLeave={(event) => event.pointerType === "mouse" && onActive(null)}
      onKeyDown={walk}
      onFocus={(event) => {
        if (active === null && event.currentTarget.matches(":focus-visible")) onActive(start);
      }}
      onBlur={() => onActive(null)}
    >
      {children}
    </div>
  );
}
