import { AppLink } from "@/components/ui/app-link";
import { PlatformMark } from "@/components/ui/platform-mark";
import { Thumbnail } from "@/components/ui/thumbnail";
import type { ResultRow } from "@/lib/jobs/result-row";

/** Picture, platform and title of a row's post, linked to the post. */
export function PostTitle({ row }: { row: ResultRow }) {
  return (
    <span className="flex max-w-57 min-w-48 items-center gap-2">
      {row.state === "succeeded" && <Thumbnail src={row.thumbnail_url} />}
      <PlatformMark platform={row.platform} />
      <PostLink row={row} />
    </span>
  );
}

/** The title, or the link itself where no title is known. Leads to the post's page, else to the post. */
export function PostLink({ row }: { row: ResultRow }) {
  const look = row.title ? "truncate" : "truncate font-mono text-xs text-ink-2";
  const text = row.title || row.uploaded_url.replace(/^https?:\/\/(www\.)?/, "");
  if (row.post_id !== null) {
    return (
      <AppLink
        href={`/posts/${row.post_id}`}
        title={text}
        className={`relative ${look} hover:text-accent-text hover:underline`}
      >
        {text}
      </AppLink>
    );
  }
  // What was uploaded may be no address of the web.
  if (!/^https?:\/\//.test(row.url)) return <span className={look}>{text}</span>;
  return (
    <a
      href={row.url}
      target="_blank"
      rel="noreferrer"
      title={text}
      className={`relative ${look} hover:text-accent-text hover:underline`}
    >
      {text}
      <span className="sr-only"> (opens the post in a new tab)</span>
    </a>
  );
}
