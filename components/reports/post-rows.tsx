import { authorOf } from "@/components/metrics/author";
import { EngagementRate } from "@/components/metrics/engagement";
import { titleOf } from "@/components/posts/post-name";
import { postHref } from "@/components/posts/posts-address";
import { SimulatedBadge } from "@/components/ui/badge";
import { Count } from "@/components/ui/count";
import { Missing } from "@/components/ui/missing";
import { PlatformMark } from "@/components/ui/platform-mark";
import { Row, RowList } from "@/components/ui/row-list";
import { calendarDay } from "@/lib/format/time";
import type { TopPost, TopPosts } from "@/lib/reports/top-posts";

/** The best posts on a phone: each with the one figure it is ranked by. */
export function PostRows({
  posts,
  by,
  zone,
}: {
  posts: TopPost[];
  by: TopPosts["by"];
  zone: string;
}) {
  return (
    <div className="md:hidden print:hidden">
      <RowList>
        {posts.map((post) => (
          <Row
            key={post.post_id}
            href={postHref(post.post_id)}
            lead={<PlatformMark platform={post.platform} />}
            title={titleOf(post)}
            meta={`${authorOf(post) ?? "Author not known"} · ${calendarDay(post.published_at, zone)}`}
            end={
              <>
                <span className="font-strong">
                  <Figure post={post} by={by} />
                </span>
                {post.is_simulated && <SimulatedBadge />}
              </>
            }
          />
        ))}
      </RowList>
    </div>
  );
}

function Figure({ post, by }: { post: TopPost; by: TopPosts["by"] }) {
  if (by === "views") return <Count value={post.views} reason="The platform told no views." />;
  if (by === "engagement_rate") return <EngagementRate row={post} />;
  return post.score === null ? <Missing reason="Not scored." /> : post.score.toFixed(2);
}
