import { authorOf } from "@/components/metrics/author";
import { RateOf } from "@/components/metrics/engagement";
import { Measured } from "@/components/metrics/measured";
import { Published } from "@/components/metrics/published";
import { titleOf } from "@/components/posts/post-name";
import { postHref } from "@/components/posts/posts-address";
import { AppLink } from "@/components/ui/app-link";
import { Badge } from "@/components/ui/badge";
import { Count } from "@/components/ui/count";
import { Missing } from "@/components/ui/missing";
import { PlatformMark } from "@/components/ui/platform-mark";
import { Td } from "@/components/ui/table";
import type { TopPost, TopPosts } from "@/lib/reports/top-posts";

/** One of the best posts: its numbers, and where and when they were measured. */
export function PostLine({
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
        <RateOf row={post} />
      </Td>
      {by === "score" && (
        <Td numeric tone="strong">
          {post.score === null ? <Missing reason="Not scored." /> : post.score.toFixed(2)}
        </Td>
      )}
      <Td tone="muted" className="py-1.5 lg:whitespace-nowrap">
        <Measured row={post} zone={zone} now={now} />
        <span className="flex flex-wrap items-center gap-x-2 text-2xs">
          <span className="font-mono">{post.definition}</span>
          {post.is_simulated && <Badge kind="simulated">Simulated</Badge>}
        </span>
      </Td>
    </tr>
  );
}
