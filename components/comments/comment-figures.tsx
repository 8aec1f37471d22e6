import { DerivedBadge } from "@/components/metrics/derived-badge";
import { Hint } from "@/components/ui/hint";
import { KeyFigure, KeyFigures } from "@/components/ui/key-figures";
import { Missing } from "@/components/ui/missing";
import { Panel } from "@/components/ui/panel";
import type { CommentDepths, ViralChains } from "@/lib/comments/answers";
import { counted, exactCount } from "@/lib/format/count";
import { percentValue, ratioOf } from "@/lib/format/rate";
import { exactMoment, moment } from "@/lib/format/time";

/** What the comments of these posts come to, in five figures. */
export function CommentFigures({
  depths,
  chains,
  posts,
  zone,
  now,
}: {
  depths: CommentDepths;
  chains: ViralChains;
  /** How many posts there are, with comments and without; null where that is not known. */
  posts: number | null;
  zone: string;
  now: Date;
}) {
  const { total_comments, total_replies, max_depth, orphans, as_of } = depths;
  const share = ratioOf(total_replies, total_comments);
  const asOf = <Hint tip={exactMoment(as_of, zone)}>{moment(as_of, zone, now)}</Hint>;
  const derived = (
    <>
      {asOf}
      <DerivedBadge from="the comments that were collected" />
    </>
  );
  return (
    <Panel label="Key figures">
      <KeyFigures columns={5}>
        <KeyFigure
          label="Comments collected"
          value={exactCount(total_comments)}
          detail={`of ${counted(depths.posts, "post")}`}
          source={
            <>
              {asOf}
              <span>as platforms told them</span>
            </>
          }
        />
        <KeyFigure
          label="Replies"
          value={share === null ? <Missing reason="No comments." /> : percentValue(share, 1)}
          unit={share === null ? undefined : "%"}
          detail={
            orphans > 0 ? (
              <Hint
                className="text-left"
                tip={`${counted(orphans, "more reply answers", "more replies answer")} a comment that was not read. They stand at the top and are not counted here.`}
              >
                {exactCount(total_replies)} of {exactCount(total_comments)}, {exactCount(orphans)}{" "}
                without parent
              </Hint>
            ) : (
              `${exactCount(total_replies)} of ${exactCount(total_comments)} comments`
            )
          }
          source={derived}
        />
        <KeyFigure
          label="Deepest thread"
          value={exactCount(max_depth)}
          unit={max_depth === 1 ? "level" : "levels"}
          detail="level 1 is at the top"
          source={derived}
        />
        <KeyFigure
          label="Posts with comments"
          value={exactCount(depths.posts)}
          detail={posts === null ? "collected here" : `of ${counted(posts, "post")}`}
          source={
            <>
              {asOf}
              <span>collected here</span>
            </>
          }
        />
        <KeyFigure
          label="Posts with a viral chain"
          value={exactCount(chains.total_count)}
          detail={`of ${exactCount(chains.min_depth)} comments or more, engagement from ${exactCount(chains.min_engagement)}`}
          source={derived}
        />
      </KeyFigures>
    </Panel>
  );
}
