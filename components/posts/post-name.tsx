import { PostStateLine } from "@/components/posts/post-state-line";
import { postHref } from "@/components/posts/posts-address";
import { AppLink } from "@/components/ui/app-link";
import { PlatformMark } from "@/components/ui/platform-mark";
import { Thumbnail } from "@/components/ui/thumbnail";
import type { PostRow } from "@/lib/posts/post-row";

/** Picture, platform and title of a post, linked to its page; under it what is wrong with it. */
export function PostName({ row, zone, now }: { row: PostRow; zone: string; now: Date }) {
  return (
    <span className="flex max-w-80 min-w-64 items-center gap-2">
      <Thumbnail src={row.thumbnail_url} />
      <PlatformMark platform={row.platform} />
      <span className="flex min-w-0 flex-col">
        <AppLink
          href={postHref(row.id)}
          title={titleOf(row)}
          className="truncate hover:text-accent-text hover:underline"
        >
          {titleOf(row)}
        </AppLink>
        <PostStateLine row={row} zone={zone} now={now} />
      </span>
    </span>
  );
}

/** The title, else the caption on one line, else the link. */
export function titleOf({
  title,
  caption,
  url,
}: Pick<PostRow, "title" | "caption" | "url">): string {
  const line = caption?.replace(/\s+/g, " ").trim();
  return title?.trim() || line || url.replace(/^https?:\/\/(www\.)?/, "");
}
