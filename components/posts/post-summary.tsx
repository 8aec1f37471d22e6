import { threadHref } from "@/components/comments/comment-filter";
import { tagHref } from "@/components/hashtags/hashtags-address";
import { authorOf } from "@/components/metrics/author";
import { KIND_NAMES } from "@/components/posts/filter-words";
import { postsHref } from "@/components/posts/posts-address";
import { TextLink } from "@/components/ui/app-link";
import { Badge, SimulatedBadge } from "@/components/ui/badge";
import { PlatformMark } from "@/components/ui/platform-mark";
import { exactCount } from "@/lib/format/count";
import { took } from "@/lib/format/duration";
import { moment } from "@/lib/format/time";
import type { PostTag } from "@/lib/hashtags/list";
import { PLATFORM_NAMES } from "@/lib/platforms/platform";
import type { Post } from "@/lib/posts/read-post";

/** Whose post it is, since when, how long, where it stands, its comments and its hashtags. */
export function PostSummary({
  post,
  tags,
  collected,
  zone,
  now,
}: {
  post: Post;
  tags: PostTag[];
  /** Comments that are kept here; null where that could not be read. */
  collected: number | null;
  zone: string;
  now: Date;
}) {
  const author = authorOf(post);
  return (
    <span className="flex flex-wrap items-center gap-x-2.5 gap-y-0.5">
      <PlatformMark platform={post.platform} />
      {author && <span>{author}</span>}
      {post.published_at && <span>Published {moment(post.published_at, zone, now)}</span>}
      {post.duration_seconds !== null && <span>{took(Math.round(post.duration_seconds))}</span>}
      {post.account_id && (
        <TextLink href={postsHref({ account: post.account_id })}>
          All posts of {post.account_name}
        </TextLink>
      )}
      {/^https?:\/\//.test(post.url) && (
        <a href={post.url} target="_blank" rel="noreferrer" className="text-link">
          Open on {PLATFORM_NAMES[post.platform]}
          <span className="sr-only"> (in a new tab)</span>
        </a>
      )}
      <span>
        <TextLink href={threadHref(post.id)}>Comments</TextLink>
        {collected !== null &&
          `: ${exactCount(collected)} collected${post.comments === null ? "" : ` of ${exactCount(post.comments)}`}`}
      </span>
      <span>Times in {zone}</span>
      {tags.length > 0 && (
        <span className="flex basis-full flex-wrap gap-x-2.5 gap-y-0.5">
          {tags.map(({ tag, hashtag }) => (
            <TextLink key={tag} href={tagHref(tag)} className="touch text-link wrap-anywhere">
              <bdi>#{hashtag}</bdi>
            </TextLink>
          ))}
        </span>
      )}
    </span>
  );
}

/** Kind and state beside the title. */
export function PostBadges({ post }: { post: Post }) {
  return (
    <>
      {post.media_kind && <Badge>{KIND_NAMES[post.media_kind]}</Badge>}
      {post.state === "gone" && <Badge kind="stale">Gone</Badge>}
      {post.state === "failing" && <Badge kind="bad">Failing</Badge>}
      {post.is_simulated && <SimulatedBadge />}
    </>
  );
}
