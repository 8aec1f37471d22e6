import { DerivedBadge } from "@/components/metrics/derived-badge";
import { Freshness } from "@/components/ui/freshness";
import { Hint } from "@/components/ui/hint";
import { exactCount } from "@/lib/format/count";
import { exactMoment, moment } from "@/lib/format/time";

const HOUR_MS = 3_600_000;
/** Numbers come every six hours: one missed run makes them old, two make them stale. */
const FRESH_HOURS = 6.5;
const STALE_HOURS = 12;

/** When a cohort's numbers were known. `settled`: it stands at a chosen moment and cannot grow old. */
export type AsOfTime = { at: string; settled: boolean; zone: string; now: Date };

export function levelOf({ at, now }: AsOfTime) {
  const hours = (now.getTime() - Date.parse(at)) / HOUR_MS;
  if (hours <= FRESH_HOURS) return "fresh";
  return hours <= STALE_HOURS ? "ageing" : "stale";
}

/** "n = 412 · 08:32", with how current that is. */
export function AsOf({ n, of, time }: { n: number; of: string; time: AsOfTime }) {
  const level = levelOf(time);
  const stale = !time.settled && level === "stale";
  return (
    <span className="inline-flex items-center gap-1.5">
      {!time.settled && <Freshness level={level} />}
      <Hint
        tip={`${exactCount(n)} ${of}. Newest number of ${exactMoment(time.at, time.zone)}.${stale ? ` None has come in for more than ${STALE_HOURS} hours.` : ""}`}
      >
        n = {exactCount(n)} ·{" "}
        <span className={stale ? "text-warn-text" : undefined}>
          {moment(time.at, time.zone, time.now)}
        </span>
      </Hint>
    </span>
  );
}

/** The source line of a derived figure. */
export function DerivedAsOf({ from, ...asOf }: Parameters<typeof AsOf>[0] & { from: string }) {
  return (
    <>
      <AsOf {...asOf} />
      <DerivedBadge from={from} />
    </>
  );
}
