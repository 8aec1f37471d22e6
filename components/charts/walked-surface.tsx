"use client";

import {
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type ReactNode,
  useEffect,
} from "react";

/** A drawing that is walked mark by mark once it has the focus, and pointed at: what all such have in common. */
export function WalkedSurface({
  label,
  description,
  count,
  start,
  textOf,
  active,
  onActive,
  pointed,
  step,
  onClick,
  className = "touch-pan-y",
  children,
}: {
  label: string;
  /** What the chart shows and which keys walk in it, read out when it is entered. */
  description: string;
  count: number;
  /** The mark that the keyboard begins at. */
  start: number;
  textOf: (index: number) => string;
  active: number | null;
  onActive: (index: number | null) => void;
  /** The mark at a place of the surface. */
  pointed: (x: number, y: number) => number | null;
  /** The mark that a key leads to; null when it is none of the surface's. */
  step: (key: string, now: number) => number | null;
  onClick?: ((pointed: number | null) => void) | undefined;
  className?: string | undefined;
  children: ReactNode;
}) {
  const open = active !== null;
  // What a pointer opened has no focus, and Escape closes it all the same.
  useEffect(() => {
    if (!open) return;
    const onKey = (event: globalThis.KeyboardEvent) => event.key === "Escape" && onActive(null);
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [open, onActive]);

  function at(event: MouseEvent<HTMLElement>) {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    return pointed(event.clientX - left, event.clientY - top);
  }
  // Where a click does something, a finger's touch alone does not.
  const point = (event: PointerEvent<HTMLElement>) =>
    !(onClick && event.pointerType === "touch") && onActive(at(event));
  function walk(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Enter" && onClick && open) return onClick(active);
    const next = step(event.key, active ?? start);
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
      aria-description={`${description}, t shows the table.`}
      aria-valuemin={1}
      aria-valuemax={count}
      aria-valuenow={now + 1}
      aria-valuetext={textOf(now)}
      className={`relative rounded-md outline-offset-4 select-none ${className}`}
      onPointerMove={point}
      onPointerDown={onClick ? undefined : point}
      onPointerLeave={(event) => event.pointerType === "mouse" && onActive(null)}
      onClick={onClick && ((event) => onClick(at(event)))}
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
