import { collectedWords } from "@/components/comments/collected";
import type { ReadStatus } from "@/components/comments/read-status";
import { DerivedBadge } from "@/components/metrics/derived-badge";
import { Hint } from "@/components/ui/hint";
import { KeyFigure, KeyFigures } from "@/components/ui/key-figures";
import { Missing } from "@/components/ui/missing";
import { Panel } from "@/components/ui/panel";
import type { PostDepth, ViralChain } from "@/lib/comments/answers";
import { counted, exactCount } from "@/lib/format/count";
import { percentValue, ratioOf } from "@/lib/format/rate";
import { exactMoment, moment } from "@/lib/format/time";

/** A thread in four figures. */
export function ThreadFigures({
  depth,
  chain,
  status,
  zone,
  now,
}: {
  depth: PostDepth;
  chain: ViralChain;
  status: ReadStatus;
  zone: string;
  now: Date;
}) {
  const share = ratioOf(depth.total_replies, depth.total_comments);
  const read = status.read_at && (
    <span>
      Read <Hint tip={exactMoment(status.read_at, zone)}>{moment(status.read_at, zone, now)}</Hint>
    </span>
  );
  const derived = <DerivedBadge from="the comments that were collected" />;
  return (
    <Panel label="Key figures">
      <KeyFigures>
        <KeyFigure
          label="Comments collected"
          value={exactCount(depth.total_comments)}
          detail={collectedWords(status)}
          source={read ?? "Time of reading not known"}
        />
        <KeyFigure
          label="Replies"
          value={share === null ? <Missing reason="No comments." /> : percentValue(share, 1)}
          unit={share === null ? undefined : "%"}
          detail={`${exactCount(depth.total_replies)} of ${exactCount(depth.total_comments)} comments`}
          source={
            depth.replies_without_parent > 0 ? (
              <Hint
                className="text-left"
                tip="The comment they answer was not read: it was removed, hidden, or lies beyond what the platform shows. They stand at the top and are not counted as replies."
              >
                and {exactCount(depth.replies_without_parent)} whose parent was not read
              </Hint>
            ) : (
              derived
            )
          }
        />
        <KeyFigure
          label="Deepest"
          value={exactCount(depth.max_depth)}
          unit={depth.max_depth === 1 ? "level" : "levels"}
          detail={depth.max_depth === 1 ? "nobody answers anybody" : "level 1 is at the top"}
          source={derived}
        />
        <KeyFigure
          label="Longest viral chain"
          value={
            chain.longest_chain_length === 0 ? (
              <Missing reason="No viral comment has a viral reply." />
            ) : (
              exactCount(chain.longest_chain_length)
            )
          }
          unit={chain.longest_chain_length === 0 ? undefined : "comments"}
          detail={
            chain.longest_chain_length === 0
              ? "no viral chain"
              : `${counted(chain.total_viral_chains, "chain")}, beginnings of longer ones counted`
          }
          source={
            <Hint
              tip={`A comment is viral with ${chain.criteria.min_replies} direct replies or ${chain.criteria.min_upvotes} likes. A chain goes from a viral comment at the top down viral replies.`}
            >
              What is viral
            </Hint>
          }
        />
      </KeyFigures>
    </Panel>
  );
}
