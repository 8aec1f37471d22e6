"use client";

import type { ReactNode } from "react";
import { nearestIndex } from "@/components/charts/thin";
import { WalkedSurface } from "@/components/charts/walked-surface";

/** A whole that is walked mark by mark: by pointer, by tap, and by arrows, Home and End once it has the focus. */
export function PlotSurface({
  description,
  unit = "measurement",
  places,
  ...surface
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
  function step(key: string, now: number) {
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
    return steps[key] ?? null;
  }
  return (
    <WalkedSurface
      {...surface}
      description={`${description} Arrow keys move by ${unit}`}
      count={places.length}
      start={last}
      pointed={(x) => nearestIndex(places, x)}
      step={step}
    />
  );
}
