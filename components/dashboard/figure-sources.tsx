import { coverage, whatIsMissing } from "@/components/dashboard/figure-words";
import { measuredLevel } from "@/components/dashboard/measured-level";
import { Badge, SimulatedBadge } from "@/components/ui/badge";
import { Freshness } from "@/components/ui/freshness";
import type { Figures, Totals } from "@/lib/dashboard/totals";
import { counted } from "@/lib/format/count";
import { moment } from "@/lib/format/time";

type Clock = { zone: string; now: Date };

/** Which platforms a sum of gains rests on, as of when, and what it lacks. */
export function GainSource({ totals, zone, now }: { totals: Totals } & Clock) {
  const { measured_at: at, is_simulated, platforms } = totals;
  if (at === null || platforms.length === 0) return "not measured yet";
  const missing = whatIsMissing(totals);
  return (
    <>
      <AsOf at={at} zone={zone} now={now} of={coverage(totals)} />
      {missing && (
        <Badge kind="partial" tip={missing}>
          Partial
        </Badge>
      )}
      {is_simulated && <SimulatedBadge />}
    </>
  );
}

/** Posts are counted by when they were published. */
export function DaySource({ totals, zone, now }: { totals: Totals } & Clock) {
  return (
    <>
      by publishing · {moment(totals.as_of, zone, now)}
      {totals.is_simulated && <SimulatedBadge />}
    </>
  );
}

/** Which accounts told their followers, as of when. */
export function FollowerSource({
  figure: { accounts, told, measured_at, is_simulated },
  zone,
  now,
}: { figure: Figures[3] } & Clock) {
  if (accounts === 0) return "no account is connected";
  if (measured_at === null) return `0 of ${counted(accounts, "account")}`;
  const of = told === accounts ? "" : `${told} of `;
  const silent = `${counted(accounts - told, "account")} did not tell followers: not in the sum.`;
  return (
    <>
      <AsOf at={measured_at} zone={zone} now={now} of={`${of}${counted(accounts, "account")}`} />
      {told < accounts && (
        <Badge kind="partial" tip={silent}>
          Partial
        </Badge>
      )}
      {is_simulated && <SimulatedBadge />}
    </>
  );
}

function AsOf({ at, of, zone, now }: { at: string; of: string } & Clock) {
  return (
    <span className="inline-flex items-center gap-1.5">
      <Freshness level={measuredLevel(at, now)} />
      {of} · {moment(at, zone, now)}
    </span>
  );
}
