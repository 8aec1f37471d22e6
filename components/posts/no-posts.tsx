import { AddPosts } from "@/components/posts/add-posts";
import { filterChips } from "@/components/posts/filter-words";
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
  mayAdd,
}: {
  filter: PostFilter;
  choices: PostChoices;
  mayAdd: boolean;
}) {
  const chips = filterChips(filter, choices);
  if (chips.length === 0) return <NothingYet mayAdd={mayAdd} />;
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

function NothingYet({ mayAdd }: { mayAdd: boolean }) {
  if (!mayAdd) {
    return (
      <EmptyState>
        No posts yet. They appear once a member connects an account or uploads links.
      </EmptyState>
    );
  }
  return (
    <EmptyState action={<AddPosts />}>
      No posts yet. Connect an account to measure its posts every six hours, or upload a file of
      links.
    </EmptyState>
  );
}
