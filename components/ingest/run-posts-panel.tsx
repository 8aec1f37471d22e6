import { absenceSentence } from "@/components/metrics/absence";
import { titleOf } from "@/components/posts/post-name";
import { postHref } from "@/components/posts/posts-address";
import { Count } from "@/components/ui/count";
import { EmptyState } from "@/components/ui/empty-state";
import { Missing } from "@/components/ui/missing";
import { Panel, PanelHead } from "@/components/ui/panel";
import { Row, RowList } from "@/components/ui/row-list";
import { Thumbnail } from "@/components/ui/thumbnail";
import { exactCount } from "@/lib/format/count";
import type { IngestRunDetail } from "@/lib/ingest/queries";
import type { RunPost } from "@/lib/ingest/run-posts";

/** The first posts that a run measured. */
export function RunPostsPanel({ run, posts }: { run: IngestRunDetail; posts: RunPost[] }) {
  const shown =
    posts.length < run.ingested
      ? `The first ${posts.length} of ${exactCount(run.ingested)}, with the views of this run`
      : "All of them, with the views of this run";
  return (
    <Panel>
      <PanelHead title="What came" sub={posts.length > 0 && shown} />
      {posts.length === 0 ? (
        <EmptyState>
          {run.finished_at === null
            ? "Nothing yet: items are read when the run has ended at Apify."
            : "No post was measured by this run."}
        </EmptyState>
      ) : (
        <RowList>
          {posts.map(({ posts: post, views, absent }) => (
            <Row
              key={post.id}
              href={postHref(post.id)}
              lead={<Thumbnail src={post.thumbnail_url} />}
              title={titleOf(post)}
              meta={post.author_handle ? `@${post.author_handle}` : "Author not told"}
              end={
                views === null ? (
                  <Missing reason={absenceSentence("views", absent.views, post.platform)} />
                ) : (
                  <Count value={views} />
                )
              }
            />
          ))}
        </RowList>
      )}
    </Panel>
  );
}
