import type { AwaitedPosts } from "@/components/posts/awaited";
import { filterChips } from "@/components/posts/filter-words";
import { NoPostsYet } from "@/components/posts/no-posts-yet";
import { postsHref } from "@/components/posts/posts-address";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterChip } from "@/components/ui/filter-chip";
import type { PostChoices } from "@/lib/posts/queries";
import type { PostFilter } from "@/lib/posts/schema";

/** No post: nothing is there yet, or the filters leave none and can be taken away. */
export function NoPosts({
  filter,
  choices,
  awaited,
  mayAdd,
}: {
  filter: PostFilter;
  choices: PostChoices;
  awaited: AwaitedPosts | null;
  mayAdd: boolean;
}) {
  const chips = filterChips(filter, choices);
  if (chips.length === 0) return <NoPostsYet awaited={awaited} mayAdd={mayAdd} />;
  return (
    <EmptyState
      action={
        <div className="flex flex-wrap items-center justify-center gap-2">
          {chips.map(({ without, text }) => (
            <FilterChip key={text} href={postsHref(without)}>
              {text}
            </FilterChip>
          ))}
          <ButtonLink size="small" href="/posts">
            Clear filters
          </ButtonLink>
        </div>
      }
    >
      No post matches these filters.
    </EmptyState>
  );
}
