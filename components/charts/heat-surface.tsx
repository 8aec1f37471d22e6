"use client";

import type { ReactNode } from "react";
import { type HeatPlace, stepHeat } from "@/components/charts/heat";
import { WalkedSurface } from "@/components/charts/walked-surface";

/** A grid that is walked cell by cell: by pointer, by tap, and by arrows once it has the focus. */
export function HeatSurface({
  description,
  places,
  turned,
  ...surface
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
  function pointed(x: number, y: number) {
    const index = places.findIndex(
      (place) =>
        x >= place.x && x < place.x + place.width && y >= place.y && y < place.y + place.height,
    );
    return index < 0 ? null : index;
  }
  return (
    <WalkedSurface
      {...surface}
      description={`${description} Arrow keys move by hour and by weekday`}
      count={places.length}
      pointed={pointed}
      step={(key, now) => stepHeat(now, key, turned)}
    />
  );
}
