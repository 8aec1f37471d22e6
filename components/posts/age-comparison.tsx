import { METRIC_NOUNS } from "@/components/metrics/absence";
import { metricLabel } from "@/components/metrics/metric-label";
import { ageText, baselineFinding, FEWEST_POSTS } from "@/components/posts/finding";
import { Count } from "@/components/ui/count";
import { EmptyState } from "@/components/ui/empty-state";
import { Incomplete } from "@/components/ui/hint";
import { Missing } from "@/components/ui/missing";
import { Panel, PanelFooter, PanelHead } from "@/components/ui/panel";
import { Table, Td, Th } from "@/components/ui/table";
import { compactCount, exactCount } from "@/lib/format/count";
import { ratioOf } from "@/lib/format/rate";
import type { Metric } from "@/lib/platforms/metric";
import type { Baseline, Post } from "@/lib/posts/read-post";

const HOUR_MS = 3_600_000;
type Age = Baseline["ages"][number];

/** A post at each age beside the median of its account's other posts. */
export function AgeComparison({
  post,
  baseline,
  metric,
  now,
}: {
  post: Post;
  baseline: Baseline | null;
  metric: Metric;
  now: Date;
}) {
  if (post.account_id === null || baseline === null || post.published_at === null) {
    return (
      <Panel className="self-start">
        <PanelHead
          title="Compared with the account’s other posts"
          sub={`${metricLabel(metric)} at the same age`}
        />
        <EmptyState>{whyNot(post)}</EmptyState>
      </Panel>
    );
  }
  const ageHours = (now.getTime() - Date.parse(post.published_at)) / HOUR_MS;
  const reached = baseline.ages.filter(({ hours }) => hours <= ageHours);
  const estimated = reached.some(({ interpolated }) => interpolated);
  return (
    <Panel className="flex flex-col self-start">
      <PanelHead
        title={baselineFinding({ ...baseline, ages: reached })}
        sub={`${metricLabel(metric)} at the same age, beside the median of other posts of ${post.account_name}`}
      />
      {reached.length === 0 ? (
        <EmptyState>The post is younger than an hour.</EmptyState>
      ) : (
        <Table label="Beside the account’s other posts">
          <thead>
            <tr>
              <Th>Age</Th>
              <Th numeric>This post</Th>
              <Th numeric>Median</Th>
              <Th numeric>Factor</Th>
              <Th numeric>Posts</Th>
            </tr>
          </thead>
          <tbody>
            {reached.map((age) => (
              <AgeRow key={age.hours} age={age} metric={metric} />
            ))}
          </tbody>
        </Table>
      )}
      <PanelFooter>
        {estimated && "≈ interpolated between two measured points. "}
        Posts of the same kind and under the same definition only; “Posts” is how many could be
        compared, and below {FEWEST_POSTS} there is no median.
      </PanelFooter>
    </Panel>
  );
}

function AgeRow({
  age: { hours, value, interpolated, median, n },
  metric,
}: {
  age: Age;
  metric: Metric;
}) {
  const usual = n < FEWEST_POSTS ? null : median;
  const factor = value !== null && usual !== null ? ratioOf(value, usual) : null;
  const few = `${n === 0 ? "No other post was" : n === 1 ? "1 other post was" : `${n} other posts were`} measured around this age: too few, ${FEWEST_POSTS} are needed.`;
  return (
    <tr>
      <Td tone="soft" className="whitespace-nowrap">
        {ageText(hours)}
      </Td>
      <Td numeric tone="strong">
        {value === null ? (
          <Missing
            reason={`No ${METRIC_NOUNS[metric]} were measured close enough to this age under today’s definition.`}
          />
        ) : interpolated ? (
          <Incomplete reason={`About ${exactCount(value)}, between two measurements.`}>
            ≈ {compactCount(value)}
          </Incomplete>
        ) : (
          <Count value={value} />
        )}
      </Td>
      <Td numeric>{usual === null ? <Missing reason={few} /> : <Count value={usual} />}</Td>
      <Td numeric tone="soft">
        {factor === null ? <Missing reason="It takes both numbers." /> : factorText(factor)}
      </Td>
      <Td numeric tone="muted">
        {n < FEWEST_POSTS ? "too few" : exactCount(n)}
      </Td>
    </tr>
  );
}

function factorText(factor: number) {
  return factor > 0 && factor < 0.05 ? "< 0.1×" : `${factor.toFixed(1)}×`;
}

function whyNot({ account_id, published_at }: Post) {
  if (account_id === null) {
    return "Only posts of connected accounts are compared: of others we do not know the author’s usual numbers.";
  }
  return published_at === null
    ? "The platform did not say when it was published, so its age is not known."
    : "It was not measured yet.";
}
