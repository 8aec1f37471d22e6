"use client";

import { useCallback, useMemo } from "react";
import { ScatterChart } from "@/components/charts/scatter-chart";
import { type PackedPoints, unpackPoints } from "@/components/performance/packed-points";
import { usePointed } from "@/components/performance/pointed-reel";
import { postHref } from "@/components/posts/posts-address";

type Props = Omit<
  Parameters<typeof ScatterChart>[0],
  "data" | "hrefOf" | "selected" | "onPoint" | "tableHref"
>;

/** The scatter of the page: a dot opens its post, and lights its row in the list beside it. */
export function ReelScatter({
  packed,
  sample,
  ...rest
}: Props & { packed: PackedPoints; sample: boolean }) {
  const { post, point } = usePointed();
  const data = useMemo(() => unpackPoints(packed), [packed]);
  const hrefOf = useCallback((id: number) => (sample ? null : postHref(id)), [sample]);
  return (
    <ScatterChart
      {...rest}
      data={data}
      hrefOf={hrefOf}
      tableHref="#all-reels"
      selected={post}
      onPoint={point}
    />
  );
}
