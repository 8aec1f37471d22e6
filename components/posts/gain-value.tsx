import { absenceSentence, METRIC_NOUNS } from "@/components/metrics/absence";
import { ChangeWords } from "@/components/metrics/change-words";
import { Hint } from "@/components/ui/hint";
import { Missing } from "@/components/ui/missing";
import { signed } from "@/lib/format/change";
import { exactCount } from "@/lib/format/count";
import { moment } from "@/lib/format/time";
import type { Absence, Metric } from "@/lib/platforms/metric";
import type { PlatformId } from "@/lib/platforms/platform";
import type { Gain } from "@/lib/posts/post-row";

type Asked = { metric: Metric; days: number };
type Row = {
  platform: PlatformId;
  measured_at: string | null;
  freshness: "fresh" | "ageing" | "stale" | "cut" | null;
  absent: Record<string, Absence> | null;
};

/** What a post gained in a period, under it the period before; `terse` for phones leaves that out. */
export function GainValue({
  gain,
  row,
  filter,
  zone,
  now,
  terse = false,
}: {
  gain: Gain | undefined;
  row: Row;
  filter: Asked;
  zone: string;
  now: Date;
  terse?: boolean;
}) {
  if (!gain || gain.gain === null) return <Missing reason={whyUnknown(gain, row, filter)} />;
  const { since, is_new } = gain;
  const from = since === null ? "since its publication" : `since ${moment(since, zone, now)}`;
  const old = isOld(row);
  const until = row.measured_at && `until ${moment(row.measured_at, zone, now)}`;
  return (
    <span className="inline-flex flex-col items-end leading-[18px]">
      <Hint
        tip={`${signed(gain.gain, exactCount)} ${METRIC_NOUNS[filter.metric]} ${from}${old ? `, ${until}` : ""}.`}
      >
        {signed(gain.gain)}
      </Hint>
      <span className={terse ? "hidden" : "text-2xs/[14px] font-normal text-muted"}>
        {old ? (
          until
        ) : is_new ? (
          "new"
        ) : (
          <ChangeWords value={gain.gain} before={gain.previous_gain} />
        )}
      </span>
    </span>
  );
}

/** Measured too long ago for a period that ends today: it gained less only because nobody looked. */
export function isOld({ freshness }: Pick<Row, "freshness">) {
  return freshness === "stale" || freshness === "cut";
}

/** Why it is not known what a post gained. */
export function whyUnknown(gain: Gain | undefined, row: Row, { metric, days }: Asked) {
  const noun = METRIC_NOUNS[metric];
  switch (gain?.reason) {
    case "absent":
      return absenceSentence(metric, row.absent?.[metric], row.platform);
    case "not_since":
      return `Not measured in the last ${days} days.`;
    case "not_before":
      return `Not measured in the ${days} days before, so there is nothing to compare with.`;
    case "redefined":
      return `The platform redefined ${noun} in these ${days} days: before and after are not the same number.`;
    case "absent_before":
      return `There was no number of ${noun} ${days} days ago.`;
    default:
      return row.measured_at === null
        ? "This post was not measured yet."
        : `There is no number of ${noun} to compare with.`;
  }
}
