import { perHourText } from "@/components/performance/reel-words";
import { Hint, Incomplete } from "@/components/ui/hint";
import { Missing } from "@/components/ui/missing";
import { exactCount } from "@/lib/format/count";
import { moment } from "@/lib/format/time";
import type { Reel } from "@/lib/reels/reel";

/** Views gained an hour between the two newest measurements, and the span that covers. */
export function Gaining({
  velocity,
  zone,
  now,
}: Pick<Reel, "velocity"> & { zone: string; now: Date }) {
  if (velocity === null) {
    return (
      <Missing reason="Measured once under this definition so far: it takes two measurements." />
    );
  }
  const { from, to, hours, gained, per_hour, is_gap } = velocity;
  const span = `${hours < 10 ? hours.toFixed(1) : Math.round(hours)} h`;
  const range = `${moment(from, zone, now)} – ${moment(to, zone, now)}`;
  if (per_hour === null) {
    return (
      <Missing
        reason={`Views fell by ${exactCount(gained.replace("-", ""))}, ${range}: the platform restated them.`}
      />
    );
  }
  const said = `${exactCount(gained)} views gained in ${span}, ${range}.`;
  const value = (
    <span className="inline-flex flex-col items-end leading-[18px]">
      {perHourText(per_hour)}
      <span className="text-2xs/[14px] text-muted">over {span}</span>
    </span>
  );
  if (!is_gap) return <Hint tip={said}>{value}</Hint>;
  return (
    <Incomplete reason={`${said} So long apart that the rate says little.`}>{value}</Incomplete>
  );
}
