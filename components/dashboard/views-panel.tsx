"use client";

import { lazy, Suspense, useEffect, useRef, useState } from "react";
import type { PlatformChartProps } from "@/components/dashboard/platform-chart";
import { Panel, PanelBody, PanelHead } from "@/components/ui/panel";
import { Skeleton } from "@/components/ui/skeleton";

const Chart = lazy(async () => ({ default: (await import("./platform-chart")).PlatformChart }));

/** The chart, whose script comes when it is about to be seen; until then what it says, and its room. */
export function ViewsPanel(props: PlatformChartProps) {
  const ref = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    if (!ref.current) return;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && setSeen(true), {
      rootMargin: "200px",
    });
    observer.observe(ref.current);
    return () => observer.disconnect();
  }, []);
  const waiting = (
    <Panel className="h-full">
      <PanelHead title={props.title} sub={props.sub} />
      <PanelBody>
        <Skeleton className="h-55 md:h-66" />
      </PanelBody>
    </Panel>
  );
  return (
    <div ref={ref} className="min-w-0 *:h-full">
      {seen ? (
        <Suspense fallback={waiting}>
          <Chart {...props} />
        </Suspense>
      ) : (
        waiting
      )}
    </div>
  );
}
