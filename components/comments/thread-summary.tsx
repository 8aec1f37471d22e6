import { authorOf } from "@/components/metrics/author";
import { postHref } from "@/components/posts/posts-address";
import { TextLink } from "@/components/ui/app-link";
import { PlatformMark } from "@/components/ui/platform-mark";
import { moment } from "@/lib/format/time";
import { PLATFORM_NAMES } from "@/lib/platforms/platform";
import type { Post } from "@/lib/posts/read-post";

/** Whose post it is, with the ways to its numbers and to the platform. */
export function ThreadSummary({ post, zone, now }: { post: Post; zone: string; now: Date }) {
  const author = authorOf(post);
  return (
    <span className="flex flex-wrap items-center gap-x-2.5 gap-y-0.5">
      <PlatformMark platform={post.platform} />
      {author && <span>{author}</span>}
      {post.published_at && <span>Published {moment(post.published_at, zone, now)}</span>}
      <TextLink href={postHref(post.id)}>Numbers of this post</TextLink>
      {/^https?:\/\//.test(post.url) && (
        <a href={post.url} target="_blank" rel="noreferrer" className="text-link">
          Open on {PLATFORM_NAMES[post.platform]}
          <span className="sr-only"> (in a new tab)</span>
        </a>
      )}
      <span>Times in {zone}</span>
    </span>
  );
}
