import { METRIC_NOUNS } from "@/components/metrics/absence";
import { ChangeWords } from "@/components/metrics/change-words";
import { DerivedBadge } from "@/components/metrics/derived-badge";
import { EngagementRate } from "@/components/metrics/engagement";
import { metricLabel } from "@/components/metrics/metric-label";
import { SourcedCount } from "@/components/metrics/sourced-count";
import { isOld, whyUnknown } from "@/components/posts/gain-value";
import { OutlierFactor } from "@/components/posts/standing-factor";
import type { Outlier } from "@/components/posts/standing-outlier";
import { Velocity } from "@/components/posts/velocity";
import { Freshness } from "@/components/ui/freshness";
import { Hint } from "@/components/ui/hint";
import { KeyFigure, KeyFigures } from "@/components/ui/key-figures";
import { Missing } from "@/components/ui/missing";
import { Panel } from "@/components/ui/panel";
import { ageWords } from "@/lib/format/age";
import { signed } from "@/lib/format/change";
import { counted, exactCount } from "@/lib/format/count";
import { exactMoment, moment } from "@/lib/format/time";
import type { Metric } from "@/lib/platforms/metric";
import type { Gain } from "@/lib/posts/post-row";
import type { AgeCurve, Post, Series } from "@/lib/posts/read-post";
import type { RateBasis } from "@/lib/supabase/server";
import { RATE_BASES } from "@/lib/workspaces/rate-basis";

const DAYS = 7;

/** The newest numbers of a post: its views, how people react, how fast it goes, how it stands to others, what the week brought. */
export function PostFigures({
  post,
  metric,
  series,
  gain,
  outlier,
  curve,
  rateBasis,
  zone,
  now,
}: {
  post: Post;
  /** Views, or impressions where there are none. */
  metric: Metric;
  /** Of that metric, from the headline source. */
  series: Series | null;
  gain: Gain | undefined;
  outlier: Outlier | null;
  curve: AgeCurve | null;
  /** What the workspace divides engagement by. */
  rateBasis: RateBasis;
  zone: string;
  now: Date;
}) {
  const source = post.sources.find((each) => each.source === post.source);
  const row = { ...post, source_name: source?.name ?? null };
  const asOf = post.measured_at && (
    <>
      {post.freshness && <Freshness level={post.freshness} />}
      <Hint tip={exactMoment(post.measured_at, zone)}>{moment(post.measured_at, zone, now)}</Hint>
      {isOld(post) && (
        <span className="text-warn-text">{`${ageWords(post.measured_at, now)} old`}</span>
      )}
    </>
  );
  const asked = { metric, days: DAYS };
  return (
    <Panel label="Key figures">
      <KeyFigures columns={5}>
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
          detail={
            post.engagement_basis ? `by ${post.engagement_basis}` : RATE_BASES[rateBasis].words
          }
          source={
            <>
              {asOf}
              <DerivedBadge />
            </>
          }
        />
        <Velocity
          old={isOld(post)}
          series={series}
          noun={METRIC_NOUNS[metric]}
          zone={zone}
          now={now}
        />
        <OutlierFactor post={post} outlier={outlier} curve={curve} zone={zone} />
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
            <>
              {gain?.since && <span>since {moment(gain.since, zone, now)}</span>}
              <DerivedBadge />
            </>
          }
        />
      </KeyFigures>
    </Panel>
  );
}
