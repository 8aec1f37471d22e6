import { authorOf } from "@/components/metrics/author";
import { EngagementRate } from "@/components/metrics/engagement";
import { Measured } from "@/components/metrics/measured";
import { Published } from "@/components/metrics/published";
import { titleOf } from "@/components/posts/post-name";
import { postHref } from "@/components/posts/posts-address";
import { PostsHead } from "@/components/reports/posts-head";
import { AppLink } from "@/components/ui/app-link";
import { Badge } from "@/components/ui/badge";
import { Count } from "@/components/ui/count";
import { EmptyState } from "@/components/ui/empty-state";
import { Missing } from "@/components/ui/missing";
import { Panel, PanelFooter } from "@/components/ui/panel";
import { PlatformMark } from "@/components/ui/platform-mark";
import { Table, Td, Th } from "@/components/ui/table";
import { counted } from "@/lib/format/count";
import type { ReportQuery } from "@/lib/reports/period";
import type { TopPost, TopPosts } from "@/lib/reports/top-posts";

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
  const { posts, by, total_count, unmeasured_posts } = top;
  const mixed = new Set(posts.map(({ definition }) => definition)).size > 1;
  return (
    <Panel>
      <PostsHead top={top} query={query} zone={zone} now={now} />
      {posts.length === 0 ? (
        <EmptyState>
          {by === "score"
            ? "No short video of this period is scored: 20 of one platform and definition are needed."
            : "No post of this period has these numbers yet."}
        </EmptyState>
      ) : (
        <Table label="Top posts">
          <thead>
            <tr>
              <Th>Post</Th>
              <Th>Author</Th>
              <Th>Published</Th>
              <Th numeric>Views</Th>
              <Th numeric>Engagement</Th>
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
      )}
      {posts.length > 0 && (
        <PanelFooter>
          {`The first ${posts.length} of ${counted(total_count, "post")} published in the period.`}
          {unmeasured_posts > 0 && ` ${counted(unmeasured_posts, "post")} without views.`}
          {mixed &&
            by === "views" &&
            " Platforms count a view differently: across them the order is of what each counted."}
        </PanelFooter>
      )}
    </Panel>
  );
}

function PostLine({
  post,
  by,
  zone,
  now,
}: {
  post: TopPost;
  by: TopPosts["by"];
  zone: string;
  now: Date;
}) {
  const title = titleOf(post);
  return (
    <tr>
      <Td className="py-1.5">
        <span className="flex min-w-48 items-center gap-2">
          <PlatformMark platform={post.platform} />
          <AppLink
            href={postHref(post.post_id)}
            title={title}
            className="touch line-clamp-2 max-w-96 hover:text-accent-text hover:underline"
          >
            {title}
          </AppLink>
        </span>
      </Td>
      <Td tone="soft">
        <span className="block max-w-32 truncate">{authorOf(post) ?? "Not known"}</span>
      </Td>
      <Td tone="soft" className="whitespace-nowrap">
        <Published at={post.published_at} zone={zone} />
      </Td>
      <Td numeric tone={by === "views" ? "strong" : "plain"}>
        <Count value={post.views} reason="The platform told no views." />
      </Td>
      <Td numeric tone={by === "engagement_rate" ? "strong" : "plain"}>
        <span className="inline-flex flex-col items-end leading-[18px]">
          <EngagementRate row={post} />
          {post.engagement_basis && (
            <span className="text-2xs/[14px] text-muted">by {post.engagement_basis}</span>
          )}
        </span>
      </Td>
      {by === "score" && (
        <Td numeric tone="strong">
          {post.score === null ? <Missing reason="Not scored." /> : post.score.toFixed(2)}
        </Td>
      )}
      <Td tone="muted" className="whitespace-nowrap">
        <span className="inline-flex items-center gap-2">
          <Measured row={post} zone={zone} now={now} />
          {post.is_simulated && <Badge kind="simulated">Simulated</Badge>}
        </span>
      </Td>
    </tr>
  );
}
