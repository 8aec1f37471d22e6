import { DepthChart } from "@/components/charts/depth-chart";
import { depthFinding } from "@/components/comments/comment-words";
import type { CommentDepths } from "@/lib/comments/answers";
import { counted, exactCount } from "@/lib/format/count";
import { moment } from "@/lib/format/time";

/** How deep people talk with each other. */
export function DepthPanel({
  depths,
  posts,
  simulated,
  zone,
  now,
}: {
  depths: CommentDepths;
  /** Which posts: "all posts". */
  posts: string;
  simulated: boolean;
  zone: string;
  now: Date;
}) {
  const { orphans } = depths;
  return (
    <DepthChart
      title={depthFinding(depths)}
      fileName="Comments by depth"
      levels={depths.comments_per_depth}
      sub={`Comments by level, ${posts} · ${counted(depths.total_comments, "comment")} of ${counted(depths.posts, "post")} · as of ${moment(depths.as_of, zone, now)}`}
      simulated={simulated}
      timeZone={zone}
      notes={[
        "Level 1 answers the post, level 2 answers a comment of level 1, and so on.",
        ...(orphans > 0
          ? [
              `${exactCount(orphans)} of level 1 ${orphans === 1 ? "answers a comment that was" : "answer comments that were"} not read, so how deep ${orphans === 1 ? "it stands" : "they stand"} is not known.`,
            ]
          : []),
      ]}
    />
  );
}
