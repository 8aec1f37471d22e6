import type { ReadComments } from "@/app/(app)/comments/read";
import { ChainsPanel } from "@/components/comments/chains-panel";
import { CommentFigures } from "@/components/comments/comment-figures";
import type { CommentsPage } from "@/components/comments/comment-filter";
import { DepthPanel } from "@/components/comments/depth-panel";
import { ThreadList } from "@/components/comments/thread-list";
import { PanelFailed } from "@/components/hashtags/panel-failed";

/** The panels about comments; one that failed says so in its place. */
export function CommentParts({
  read: { depths, chains, threads, posts, simulated, sample },
  filter,
  pageSize,
  ...context
}: {
  read: ReadComments;
  filter: CommentsPage;
  pageSize: number;
  /** Which posts: "all posts". */
  posts: string;
  zone: string;
  now: Date;
}) {
  const { zone, now } = context;
  return (
    <>
      {depths && chains ? (
        <CommentFigures depths={depths} chains={chains} posts={posts} zone={zone} now={now} />
      ) : (
        <PanelFailed title="Key figures" />
      )}
      <div className="grid grid-cols-1 gap-3 md:gap-4 lg:grid-cols-[minmax(0,1.72fr)_minmax(0,1fr)]">
        {depths ? (
          <DepthPanel depths={depths} simulated={simulated || sample} {...context} />
        ) : (
          <PanelFailed title="Comments by depth" />
        )}
        {threads ? (
          <ThreadList threads={threads} of={depths?.posts ?? null} />
        ) : (
          <PanelFailed title="Longest threads" />
        )}
      </div>
      {chains ? (
        <ChainsPanel answer={chains} filter={filter} pageSize={pageSize} {...context} />
      ) : (
        <PanelFailed title="Viral chains" />
      )}
    </>
  );
}
