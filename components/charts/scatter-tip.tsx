import { ExternalLink } from "lucide-react";
import { useLayoutEffect, useRef, useState } from "react";
import type { TipRow } from "@/components/charts/chart-tip";
import { paceText } from "@/components/charts/history-table";
import type { ReelMark } from "@/components/charts/scatter";
import { TIP_WIDE } from "@/components/charts/scatter-tip-place";
import { titleOf } from "@/components/charts/scatter-words";
import { TextLink } from "@/components/ui/app-link";
import { Badge } from "@/components/ui/badge";
import { PlatformMark } from "@/components/ui/platform-mark";
import { exactCount } from "@/lib/format/count";
import { percent } from "@/lib/format/rate";
import { moment } from "@/lib/format/time";
import { PLATFORM_NAMES } from "@/lib/platforms/platform";

/** Until it has been measured. */
const USUAL_HIGH = 248;

/** The exact numbers of one reel and the ways to it. */
export function ScatterTip({
  mark: { reel, breakout },
  href,
  place,
  timeZone,
  now,
  onReached,
  onPlaced,
}: {
  mark: ReelMark;
  /** Its page here, where it has one. */
  href: string | null;
  place: (high: number) => { left: number; top: number };
  timeZone: string;
  now: Date;
  /** The pointer is on it. */
  onReached: () => void;
  onPlaced: (box: { left: number; top: number; right: number; bottom: number }) => void;
}) {
  const box = useRef<HTMLDivElement>(null);
  const [high, setHigh] = useState(USUAL_HIGH);
  const { left, top } = place(high);
  useLayoutEffect(() => {
    const seen = box.current?.offsetHeight ?? high;
    setHigh(seen);
    onPlaced({ left, top, right: left + TIP_WIDE, bottom: top + seen });
  });
  const rows: TipRow[] = [
    {
      label: "Score",
      value: (
        <b className={breakout ? "font-semibold text-ember-text" : "font-semibold"}>
          {reel.performance_score.toFixed(2)}
        </b>
      ),
    },
    { label: "Views", value: exactCount(reel.views) },
    { label: "Views per hour", value: paceText(reel.views_per_hour) },
    { label: "Engagement rate", value: percent(reel.engagement_rate) },
    { label: "Outlier factor", value: factorText(reel.outlier_factor) },
  ];
  return (
    <div
      ref={box}
      onPointerEnter={onReached}
      onPointerMove={onReached}
      className="absolute z-30 w-64 rounded-lg bg-raised px-3 py-2.5 text-xs shadow-pop"
      style={{ left, top }}
    >
      <p className="flex items-center gap-2">
        <PlatformMark platform={reel.platform} />
        <span className="truncate text-sm font-semibold">{titleOf(reel)}</span>
      </p>
      {reel.author && <p className="mt-0.5 truncate text-muted">{reel.author}</p>}
      <p className="mt-2 flex gap-1.5">
        <Badge>Velocity · p{reel.views_per_hour_percentile.toFixed(1)}</Badge>
        <Badge>Engagement · p{reel.engagement_rate_percentile.toFixed(1)}</Badge>
      </p>
      <dl className="mt-2 grid grid-cols-[auto_1fr] gap-x-3 gap-y-[3px]">
        {rows.map(({ label, value }) => (
          <div key={label} className="contents">
            <dt className="text-muted">{label}</dt>
            <dd className="min-w-0 text-right">{value}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-2 flex flex-wrap items-center gap-x-2 gap-y-1 text-muted">
        Measured {moment(reel.measured_at, timeZone, now)}, {reel.source_name}
        {reel.is_simulated && <Badge kind="simulated">Simulated</Badge>}
      </p>
      {(href || reel.reel_url) && (
        <p data-tip-links="" className="mt-1.5 flex gap-4">
          {href && (
            // Whoever sweeps over the dots means none of their pages yet.
            <TextLink href={href}>Open post</TextLink>
          )}
          {reel.reel_url && (
            <a
              href={reel.reel_url}
              target="_blank"
              rel="noreferrer"
              className="text-link inline-flex items-center gap-1"
            >
              {PLATFORM_NAMES[reel.platform]}
              <ExternalLink aria-hidden="true" className="size-3!" />
              <span className="sr-only">, in a new tab</span>
            </a>
          )}
        </p>
      )}
    </div>
  );
}

/** "38.9×"; unknown without earlier reels to take a median of. */
function factorText(factor: number | null) {
  return factor === null ? "— no median yet" : `${factor.toFixed(1)}×`;
}
