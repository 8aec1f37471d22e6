import type { ReadStatus } from "@/components/comments/read-status";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterChip } from "@/components/ui/filter-chip";

/** No comment is here: why, and what can be done. The state above says more where there is one. */
export function NoThread({
  status,
  mayRead,
  sample,
}: {
  status: ReadStatus;
  mayRead: boolean;
  sample: boolean;
}) {
  if (sample) return <EmptyState>This post of the sample was made up without comments.</EmptyState>;
  return <EmptyState>{nothingWords(status, mayRead)}</EmptyState>;
}

export function nothingWords({ state, platform_count }: ReadStatus, mayRead: boolean): string {
  switch (state) {
    case "waiting":
    case "reading":
      return "The comments are being read. They appear here by themselves.";
    case "open":
      return platform_count
        ? "The platform counts comments of this post and showed us none of them."
        : "Nobody has commented on this post so far.";
    case "off":
      return "There are no comments to read: they are switched off.";
    case "not_offered":
      return "There are no comments to read here. Open the post on its platform to see them.";
    case null:
      return mayRead
        ? "The comments of this post were not read so far. Read them now, or connect its account: then new ones are read with every full measurement."
        : "The comments of this post were not read so far. A member of this workspace can have them read.";
    default:
      return "None of its comments could be read so far.";
  }
}

/** The word is in no comment of the thread. */
export function NoMatch({ post, word }: { post: number; word: string }) {
  return (
    <div className="border-b">
      <EmptyState
        action={
          <div className="flex flex-wrap items-center justify-center gap-2">
            <FilterChip href={`/comments/${post}`}>{`“${word}”`}</FilterChip>
            <ButtonLink size="small" href={`/comments/${post}`}>
              Clear search
            </ButtonLink>
          </div>
        }
      >
        No comment of this thread says “{word}”. The whole thread is below.
      </EmptyState>
    </div>
  );
}
