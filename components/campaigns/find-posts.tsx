import { addHref } from "@/components/campaigns/campaigns-address";
import { type Pickable, PickPosts } from "@/components/campaigns/pick-posts";
import { authorOf } from "@/components/metrics/author";
import { titleOf } from "@/components/posts/post-name";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PlatformMark } from "@/components/ui/platform-mark";
import { SearchForm } from "@/components/ui/search-form";
import { compactCount, counted } from "@/lib/format/count";
import { calendarDay } from "@/lib/format/time";
import type { PostRow } from "@/lib/posts/post-row";

/** Posts of the workspace by title, author or link, to tick and add. */
export function FindPosts({
  campaign,
  rows,
  total,
  among,
  search,
  zone,
}: {
  campaign: string;
  rows: PostRow[];
  total: number;
  among: Set<number>;
  search: string | undefined;
  zone: string;
}) {
  const posts = rows.map(
    (row): Pickable => ({
      id: row.id,
      title: titleOf(row),
      meta: [authorOf(row), row.published_at && calendarDay(row.published_at, zone)]
        .filter(Boolean)
        .join(" · "),
      lead: <PlatformMark platform={row.platform} />,
      end:
        row.views === null ? (
          <span className="text-xs text-muted">views not told</span>
        ) : (
          <>
            {compactCount(row.views)}
            <span className="block text-xs text-muted">views</span>
          </>
        ),
      isIn: among.has(row.id),
    }),
  );
  return (
    <>
      <div className="flex flex-wrap items-center gap-2 px-3.5 py-2.5 md:px-4">
        <SearchForm
          action={`/campaigns/${campaign}/add`}
          name="search"
          value={search ?? ""}
          label="Title, author or link"
        />
        <span className="text-xs text-muted">
          {rows.length < total
            ? `The newest ${rows.length} of ${counted(total, "post")}: search for the others.`
            : counted(total, "post")}
        </span>
      </div>
      {posts.length === 0 ? (
        <EmptyState
          action={
            search ? (
              <ButtonLink href={addHref(campaign)}>Clear the search</ButtonLink>
            ) : (
              <ButtonLink href="/upload">Upload links</ButtonLink>
            )
          }
        >
          {search
            ? `No post has “${search}” in title, author or link.`
            : "This workspace has no posts yet."}
        </EmptyState>
      ) : (
        <PickPosts campaign={campaign} posts={posts} />
      )}
    </>
  );
}
