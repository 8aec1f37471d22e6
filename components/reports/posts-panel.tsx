import { PostLine } from "@/components/reports/post-line";
import { PostRows } from "@/components/reports/post-rows";
import { PostsHead } from "@/components/reports/posts-head";
import { EmptyState } from "@/components/ui/empty-state";
import { Panel, PanelFooter } from "@/components/ui/panel";
import { Table, Th } from "@/components/ui/table";
import { counted } from "@/lib/format/count";
import type { ReportQuery } from "@/lib/reports/period";
import type { TopPosts } from "@/lib/reports/top-posts";
import { RATE_BASES } from "@/lib/workspaces/rate-basis";

/** The best posts of the period, each with where its numbers are from. */
export function PostsPanel({
  top,
  query,
  zone,
  now,
}: {
  top: TopPosts;
  query: ReportQuery;
  zone: string;
  now: Date;
}) {
  const { posts, by, total_count, unmeasured_posts, unrated_posts, rate_basis } = top;
  const mixed = new Set(posts.map(({ definition }) => definition)).size > 1;
  return (
    <Panel>
      <PostsHead top={top} query={query} zone={zone} now={now} />
      {posts.length === 0 ? (
        <EmptyState>
          {by === "score"
            ? "No short video of this period is scored: 20 of one platform and definition are needed."
            : by === "engagement_rate" && unrated_posts
              ? `No post of this period has a rate ${RATE_BASES[rate_basis].words}: ${counted(unrated_posts, "measured post")} without it. Admins choose in the settings what rates are divided by.`
              : "No post of this period has these numbers yet."}
        </EmptyState>
      ) : (
        <>
          <div className="max-md:hidden print:block!">
            <Table label="Top posts">
              <thead>
                <tr>
                  <Th>Post</Th>
                  <Th>Author</Th>
                  <Th>Published</Th>
                  <Th numeric>Views</Th>
                  <Th numeric>Engagement rate</Th>
                  {by === "score" && <Th numeric>Score</Th>}
                  <Th>Measured</Th>
                </tr>
              </thead>
              <tbody>
                {posts.map((post) => (
                  <PostLine key={post.post_id} post={post} by={by} zone={zone} now={now} />
                ))}
              </tbody>
            </Table>
          </div>
          <PostRows posts={posts} by={by} zone={zone} />
        </>
      )}
      {posts.length > 0 && (
        <PanelFooter>
          {`The first ${posts.length} of ${counted(total_count, "post")} published in the period.`}
          {unmeasured_posts > 0 && ` ${counted(unmeasured_posts, "post")} without views.`}
          {unrated_posts
            ? ` ${counted(unrated_posts, "post")} without a rate ${RATE_BASES[rate_basis].words}.`
            : ""}
          {mixed &&
            by === "views" &&
            " Platforms count a view differently: across them the order is of what each counted."}
        </PanelFooter>
      )}
    </Panel>
  );
}
