import { threadHref } from "@/components/comments/comment-filter";
import { titleOf } from "@/components/posts/post-name";
import { EmptyState } from "@/components/ui/empty-state";
import { Panel, PanelHead } from "@/components/ui/panel";
import { PlatformMark } from "@/components/ui/platform-mark";
import { Row, RowList } from "@/components/ui/row-list";
import { counted, exactCount } from "@/lib/format/count";
import type { PlatformId } from "@/lib/platforms/platform";

type Listed = {
  post_id: number;
  comments: number;
  max_depth: number;
  posts: { title: string | null; caption: string | null; url: string; platform: PlatformId };
};

/** The threads with most comments, each a way into it. */
export function ThreadList({ threads, of }: { threads: Listed[]; of: number | null }) {
  return (
    <Panel>
      <PanelHead
        title="Longest threads"
        sub={
          of === null
            ? "Posts by comments collected"
            : `${exactCount(threads.length)} of ${counted(of, "post")} with comments, by comments collected`
        }
      />
      {threads.length === 0 ? (
        <EmptyState>No thread yet.</EmptyState>
      ) : (
        <RowList>
          {threads.map(({ post_id, comments, max_depth, posts }) => (
            <Row
              key={post_id}
              href={threadHref(post_id)}
              lead={<PlatformMark platform={posts.platform} />}
              title={titleOf(posts)}
              meta={max_depth === 1 ? "No replies" : `${counted(max_depth, "level")} deep`}
              end={
                <>
                  <span className="font-strong">{exactCount(comments)}</span>
                  <span className="text-xs text-muted">
                    {comments === 1 ? "comment" : "comments"}
                  </span>
                </>
              }
            />
          ))}
        </RowList>
      )}
    </Panel>
  );
}
