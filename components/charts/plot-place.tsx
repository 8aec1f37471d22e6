import { type CSSProperties, type ReactNode, Suspense } from "react";
import type { useWidth } from "@/components/charts/use-width";
import { cx } from "@/components/ui/cx";
import { Skeleton } from "@/components/ui/skeleton";

/**
 * Where a plot stands. Its height is kept from the server on, so that nothing moves when the plot comes,
 * whose code is fetched once the place is in sight: give it a `lazy` one.
 */
export function PlotPlace({
  place: { ref, width, seen },
  low,
  high,
  from = 480,
  children,
}: {
  place: ReturnType<typeof useWidth>;
  /** The height in a narrow place, in px. */
  low: number;
  /** The height in a wide one: px, or a length that follows the place's width. */
  high: number | string;
  /** So many px are wide. */
  from?: 480 | 720;
  children: ReactNode;
}) {
  const heights = { "--low": `${low}px`, "--high": typeof high === "number" ? `${high}px` : high };
  const kept = (
    <div className="@container">
      <div
        // safe because custom properties are styles too, which React's type does not know
        style={heights as CSSProperties}
        className={cx(
          "h-(--low)",
          from === 480 ? "@min-[480px]:h-(--high)" : "@min-[720px]:h-(--high)",
        )}
      >
        <Skeleton className="h-full" />
      </div>
    </div>
  );
  return (
    <div ref={ref} className="relative">
      {seen && width > 0 ? <Suspense fallback={kept}>{children}</Suspense> : kept}
    </div>
  );
}
