import { METRIC_NOUNS } from "@/components/metrics/absence";
import { ChangeWords } from "@/components/metrics/change-words";
import { EngagementRate } from "@/components/metrics/engagement";
import { metricLabel } from "@/components/metrics/metric-label";
import { SourcedCount } from "@/components/metrics/sourced-count";
import { isOld, whyUnknown } from "@/components/posts/gain-value";
import { Badge } from "@/components/ui/badge";
import { Freshness } from "@/components/ui/freshness";
import { Hint } from "@/components/ui/hint";
import { KeyFigure, KeyFigures } from "@/components/ui/key-figures";
import { Missing } from "@/components/ui/missing";
import { Panel } from "@/components/ui/panel";
import { signed } from "@/lib/format/change";
import { counted, exactCount } from "@/lib/format/count";
import { exactMoment, moment } from "@/lib/format/time";
import type { Metric } from "@/lib/platforms/metric";
import type { Gain } from "@/lib/posts/post-row";
import type { Post, Series } from "@/lib/posts/read-post";

const HOUR_MS = 3_600_000;
const DAYS = 7;

/** The newest numbers of a post: its views, how people react, how fast it goes, what the week brought. */
export function PostFigures({
  post,
  metric,
  series,
  gain,
  zone,
  now,
}: {
  post: Post;
  /** Views, or impressions where there are none. */
  metric: Metric;
  /** Of that metric, from the headline source. */
  series: Series | null;
  gain: Gain | undefined;
  zone: string;
  now: Date;
}) {
  const source = post.sources.find((each) => each.source === post.source);
  const row = { ...post, source_name: source?.name ?? null };
  const asOf = post.measured_at && (
    <>
      {post.freshness && <Freshness level={post.freshness} />}
      <Hint tip={exactMoment(post.measured_at, zone)}>{moment(post.measured_at, zone, now)}</Hint>
    </>
  );
  const asked = { metric, days: DAYS, zone, now };
  return (
    <Panel label="Key figures">
      <KeyFigures>
        <KeyFigure
          label={metricLabel(metric)}
          value={<SourcedCount row={row} metric={metric} zone={zone} />}
          detail={
            source &&
            `${counted(source.snapshots, "measurement")} since ${moment(source.first_at, zone, now)}`
          }
          source={
            <>
              {asOf}
              {source && <span>{source.name}</span>}
            </>
          }
        />
        <KeyFigure
          label="Engagement rate"
          value={<EngagementRate row={post} />}
          detail={post.engagement_basis && `by ${post.engagement_basis}`}
          source={<Derived>{asOf}</Derived>}
        />
        <Velocity
          old={isOld(post)}
          series={series}
          noun={METRIC_NOUNS[metric]}
          zone={zone}
          now={now}
        />
        <KeyFigure
          label={`Gained in ${DAYS} days`}
          value={
            gain?.gain ? (
              <Hint tip={`${signed(gain.gain, exactCount)} ${METRIC_NOUNS[metric]}.`}>
                {signed(gain.gain)}
              </Hint>
            ) : (
              <Missing reason={whyUnknown(gain, post, asked)} />
            )
          }
          detail={
            gain?.gain &&
            (isOld(post) ? (
              `until ${moment(post.measured_at ?? now, zone, now)}, so no comparison`
            ) : gain.is_new ? (
              "new, so nothing to compare it with"
            ) : (
              <ChangeWords value={gain.gain} before={gain.previous_gain} />
            ))
          }
          source={
            <Derived>{gain?.since && <span>since {moment(gain.since, zone, now)}</span>}</Derived>
          }
        />
      </KeyFigures>
    </Panel>
  );
}

/** How many came in an hour between the two newest measurements. */
function Velocity({
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
  const last = series?.points.at(-1)?.[0];
  const rate = series?.rates.at(-1);
  // The rate of an older pair of measurements is not the speed of now.
  const [from, to, perHour] = rate && rate[1] === last ? rate : [];
  if (from === undefined || to === undefined || perHour === undefined) {
    return (
      <KeyFigure
        label="Velocity"
        value={<Missing reason={whyNoVelocity(series)} />}
        source={<Derived />}
      />
    );
  }
  const hours = (Date.parse(to) - Date.parse(from)) / HOUR_MS;
  const range = `${moment(from, zone, now)} – ${moment(to, zone, now)}`;
  return (
    <KeyFigure
      label="Velocity"
      value={exactCount(Math.round(perHour))}
      unit={`${noun}/h`}
      detail={
        old
          ? `over ${hours.toFixed(1)} h until ${moment(to, zone, now)}`
          : `over the last ${hours.toFixed(1)} h`
      }
      source={
        <Derived>
          <Hint tip={`From two measurements, ${range}.`}>2 measurements</Hint>
        </Derived>
      }
    />
  );
}

function whyNoVelocity(series: Series | null) {
  if (!series || series.points.length < 2) return "It takes two measurements to tell a velocity.";
  const last = series.points.at(-1)?.[0];
  if (series.changes.at(-1)?.at === last) return "The platform redefined the number in between.";
  if (series.gaps.at(-1)?.to === last)
    return "Too much time lies between the last two measurements.";
  if (series.restatements.at(-1)?.at === last) return "The platform restated the number downwards.";
  return "One of the last two measurements has no number.";
}

function Derived({ children }: { children?: React.ReactNode }) {
  return (
    <>
      {children}
      <Badge kind="derived" tip="Computed by us from measured numbers.">
        Derived
      </Badge>
    </>
  );
}
