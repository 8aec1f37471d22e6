import { measuredLevel } from "@/components/dashboard/measured-level";
import { Badge, SimulatedBadge } from "@/components/ui/badge";
import { Count } from "@/components/ui/count";
import { Freshness } from "@/components/ui/freshness";
import { exactCount } from "@/lib/format/count";
import { moment } from "@/lib/format/time";
import type { RecentShorts } from "@/lib/posts/recent-shorts";

/** How many short videos there are to compare, with the moment of the newest of their numbers. */
export function RecentShortsFigure({
  shorts: { total, simulated, measuredAt },
  timeZone,
  now,
}: {
  shorts: RecentShorts;
  timeZone: string;
  now: Date;
}) {
  if (total === 0 || measuredAt === null) {
    return (
      <p>
        Which short videos break out, and why. None of the last 7 days is measured yet: uploaded
        links, connected accounts and ingests bring them.
      </p>
    );
  }
  const some = `${exactCount(simulated)} of ${exactCount(total)} were measured by the simulator, the others by their platforms.`;
  return (
    <>
      <p className="relative w-fit text-[1.375rem]/[30px] font-semibold tracking-[-0.028em] text-ink md:text-num">
        <Count value={total} />
      </p>
      <p className="text-xs">
        Shorts, reels and TikTok videos of the last 7 days, measured: which of them break out, and
        why.
      </p>
      <p className="relative flex w-fit flex-wrap items-center gap-1.5 pt-1.5 text-xs text-muted">
        <Freshness level={measuredLevel(measuredAt, now)} />
        newest {moment(measuredAt, timeZone, now)}
        {simulated === total && <SimulatedBadge />}
        {simulated > 0 && simulated < total && (
          <Badge kind="simulated" tip={some}>
            Partly simulated
          </Badge>
        )}
      </p>
    </>
  );
}
