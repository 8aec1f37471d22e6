import { paceText } from "@/components/charts/history-table";
import { DerivedBadge } from "@/components/metrics/derived-badge";
import { newestRate, telling } from "@/components/posts/pace";
import { Hint } from "@/components/ui/hint";
import { KeyFigure } from "@/components/ui/key-figures";
import { Missing } from "@/components/ui/missing";
import { moment } from "@/lib/format/time";
import type { Series } from "@/lib/posts/read-post";

const HOUR_MS = 3_600_000;
/** Longer ago than this, "the last hours" would not be those before now. */
const LATELY_MS = HOUR_MS;

/** How many came in an hour between the two newest measurements. */
export function Velocity({
  old,
  series,
  noun,
  zone,
  now,
}: {
  old: boolean;
  series: Series | null;
  noun: string;
  zone: string;
  now: Date;
}) {
  // Not the velocity that posts are ranked by: that is since publishing.
  const label = `${noun.charAt(0).toUpperCase()}${noun.slice(1)} per hour lately`;
  const rate = series && newestRate(series);
  if (!rate) {
    return (
      <KeyFigure
        label={label}
        value={<Missing reason={whyNoVelocity(series)} />}
        source={<DerivedBadge />}
      />
    );
  }
  const [from, to, perHour] = rate;
  const hours = (Date.parse(to) - Date.parse(from)) / HOUR_MS;
  const range = `${moment(from, zone, now)} – ${moment(to, zone, now)}`;
  return (
    <KeyFigure
      label={label}
      value={paceText(perHour)}
      unit={`${noun}/h`}
      detail={
        old || now.getTime() - Date.parse(to) > LATELY_MS
          ? `over ${hours.toFixed(1)} h until ${moment(to, zone, now)}`
          : `over the last ${hours.toFixed(1)} h`
      }
      source={
        <>
          <Hint tip={`From two measurements, ${range}.`}>2 measurements</Hint>
          <DerivedBadge />
        </>
      }
    />
  );
}

function whyNoVelocity(series: Series | null) {
  if (!series || series.points.length < 2)
    return "It takes two measurements to tell how many come in an hour.";
  const last = series.points.at(-1)?.[0];
  if (series.changes.at(-1)?.at === last) return "The platform redefined the number in between.";
  if (series.gaps.at(-1)?.to === last)
    return "Too much time lies between the last two measurements.";
  if (series.restatements.at(-1)?.at === last) return "The platform restated the number downwards.";
  if (series.rates.at(-1)?.[1] === last && telling(series.rates.slice(-1)).length === 0)
    return "The last two measurements lie too close together to tell how many come in an hour.";
  return "One of the last two measurements has no number.";
}
