import { Fragment } from "react";
import { authorOf } from "@/components/metrics/author";
import { DerivedBadge } from "@/components/metrics/derived-badge";
import { AgeRow } from "@/components/posts/age-row";
import { comparedAges, othersWords, runSentence, runsOf } from "@/components/posts/age-words";
import { ageFinding } from "@/components/posts/finding";
import { NOT_AT_AN_AGE, whyNoOutlier } from "@/components/posts/standing-outlier";
import { EmptyState } from "@/components/ui/empty-state";
import { Panel, PanelFooter, PanelHead } from "@/components/ui/panel";
import { Table, Th } from "@/components/ui/table";
import { moment } from "@/lib/format/time";
import type { AgeCurve, Post } from "@/lib/posts/read-post";
import { markText } from "@/lib/reels/words";

const NONE: ReturnType<typeof comparedAges> = { compared: [], unmeasured: [] };

type Context = { post: Post; zone: string; now: Date };

/** A post's views at each age it has reached, beside its author's other posts or all alike. */
export function AgeComparison({ curve, ...context }: Context & { curve: AgeCurve | null }) {
  const { post, zone, now } = context;
  const { compared, unmeasured } =
    curve && post.published_at ? comparedAges(curve, post.published_at, now) : NONE;
  if (!curve || compared.length === 0) {
    return (
      <Panel>
        <PanelHead title="Compared at the same age" sub="Views beside the author’s other posts" />
        <EmptyState>{whyNot(post, curve, unmeasured.length)}</EmptyState>
      </Panel>
    );
  }
  const author = authorOf(post);
  const runs = runsOf(compared);
  const [only, another] = runs;
  const told = only?.ages.filter(({ of }) => of !== null) ?? [];
  const whom =
    only?.of && !another
      ? `, beside ${othersWords(
          only.of,
          told.map(({ beside }) => beside.n),
          curve,
          author,
        )}`
      : "";
  return (
    <Panel className="flex flex-col">
      <PanelHead
        title={ageFinding(compared, curve)}
        sub={`Views at the same age${whom}${post.measured_at ? ` · as of ${moment(post.measured_at, zone, now)}` : ""}`}
        tools={<DerivedBadge from="views at the same age: medians and percentiles are ours" />}
      />
      <Table label="Views at each age beside others">
        <thead>
          <tr>
            <Th>Age</Th>
            <Th numeric>This post</Th>
            <Th numeric>Median</Th>
            <Th>Percentile</Th>
            <Th numeric>n</Th>
          </tr>
        </thead>
        <tbody>
          {runs.map((run) => {
            const sentence = runSentence(run, curve, author);
            const plain = run.of === "author" && !another;
            return (
              <Fragment key={run.ages[0]?.hours}>
                {sentence && !plain && (
                  <tr>
                    <td colSpan={5} className="border-b bg-sunken px-4 py-2 text-xs text-ink-2">
                      {sentence}
                    </td>
                  </tr>
                )}
                {run.ages.map((age) => (
                  <AgeRow key={age.hours} age={age} curve={curve} />
                ))}
              </Fragment>
            );
          })}
        </tbody>
      </Table>
      <PanelFooter>
        {compared.some(({ is_interpolated }) => is_interpolated) &&
          "≈ interpolated between two measured points. "}
        {unmeasured.length > 0 &&
          `Not measured close enough to ${unmeasured.map(markText).join(", ")} under today’s definition. `}
        Posts of the same kind published in a year, under today’s definition only. The percentile
        says how many of a hundred it passed or equals; n is how many were measured around that age.
      </PanelFooter>
    </Panel>
  );
}

function whyNot(post: Post, curve: AgeCurve | null, reached: number) {
  if (!curve || post.published_at === null || post.views === null) return whyNoOutlier(post, curve);
  return reached === 0 ? "The post is younger than an hour." : NOT_AT_AN_AGE;
}
