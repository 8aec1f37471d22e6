import { PERIOD_WORDS } from "@/components/hashtags/period-words";
import { authorOf } from "@/components/metrics/author";
import { Measured } from "@/components/metrics/measured";
import { Published } from "@/components/metrics/published";
import { SourcedCount } from "@/components/metrics/sourced-count";
import { PostName, titleOf } from "@/components/posts/post-name";
import { postHref, postsHref } from "@/components/posts/posts-address";
import { TextLink } from "@/components/ui/app-link";
import { SimulatedBadge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { Panel, PanelFooter, PanelHead } from "@/components/ui/panel";
import { PlatformMark } from "@/components/ui/platform-mark";
import { Row, RowList } from "@/components/ui/row-list";
import { Table, Td, Th } from "@/components/ui/table";
import { Thumbnail } from "@/components/ui/thumbnail";
import { counted } from "@/lib/format/count";
import { moment } from "@/lib/format/time";
import type { HashtagDetail } from "@/lib/hashtags/detail";
import type { HashtagPage } from "@/lib/hashtags/list-schema";
import type { PostRow } from "@/lib/posts/post-row";

/** The posts of a hashtag that were seen most, each number with its source. */
export function TagPosts({
  posts,
  detail: { hashtag, tag, all_posts },
  query,
  zone,
  now,
}: {
  posts: PostRow[];
  detail: HashtagDetail;
  query: HashtagPage;
  zone: string;
  now: Date;
}) {
  const all = postsHref({ hashtag: tag, sort: "views" });
  return (
    <Panel>
      <PanelHead
        title="Top posts"
        sub={
          <span className="inline-flex flex-wrap items-center gap-x-2 gap-y-1">
            {`By views, posts with #${hashtag} ${PERIOD_WORDS[query.period].within}. Platforms count a view differently: each number says its source`}
            {posts.some(({ is_simulated }) => is_simulated) && <SimulatedBadge />}
          </span>
        }
      />
      {posts.length === 0 ? (
        <EmptyState>No post with #{hashtag} in this period.</EmptyState>
      ) : (
        <>
          <Table label="Top posts" wide>
            <thead>
              <tr>
                <Th>Post</Th>
                <Th>Author</Th>
                <Th>Published</Th>
                <Th numeric>Views ↓</Th>
                <Th numeric>Likes</Th>
                <Th numeric>Comments</Th>
                <Th>Measured</Th>
              </tr>
            </thead>
            <tbody>
              {posts.map((row) => (
                <tr key={row.id}>
                  <Td className="py-1.5">
                    <PostName row={row} zone={zone} now={now} />
                  </Td>
                  <Td tone="soft">
                    <span className="block max-w-36 truncate">{authorOf(row)}</span>
                  </Td>
                  <Td tone="soft" className="whitespace-nowrap">
                    <Published at={row.published_at} zone={zone} />
                  </Td>
                  {(["views", "likes", "comments"] as const).map((metric) => (
                    <Td key={metric} numeric tone={metric === "views" ? "strong" : "plain"}>
                      <SourcedCount row={row} metric={metric} zone={zone} />
                    </Td>
                  ))}
                  <Td tone="muted" className="whitespace-nowrap">
                    <Measured row={row} zone={zone} now={now} />
                  </Td>
                </tr>
              ))}
            </tbody>
          </Table>
          <RowList phone>
            {posts.map((row) => (
              <Row
                key={row.id}
                href={postHref(row.id)}
                lead={<Thumbnail src={row.thumbnail_url} size="medium" />}
                title={
                  <>
                    <PlatformMark platform={row.platform} /> {titleOf(row)}
                  </>
                }
                meta={[authorOf(row), row.published_at && moment(row.published_at, zone, now)]
                  .filter(Boolean)
                  .join(" · ")}
                end={
                  <>
                    <span className="font-strong">
                      <SourcedCount row={row} metric="views" zone={zone} />
                    </span>
                    <span className="text-xs text-muted">views</span>
                  </>
                }
              />
            ))}
          </RowList>
        </>
      )}
      <PanelFooter>
        <TextLink href={all}>{`All ${counted(all_posts, "post")} with #${hashtag}`}</TextLink>
      </PanelFooter>
    </Panel>
  );
}
