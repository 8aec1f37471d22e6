import type { ReactNode } from "react";
import { type CommentsPage, commentsHref } from "@/components/comments/comment-filter";
import { filterChips } from "@/components/comments/comment-words";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterChip } from "@/components/ui/filter-chip";
import { Panel } from "@/components/ui/panel";

/** No comment: none was collected yet, or the filters leave none and can be taken away. */
export function NoComments({
  filter,
  collected,
  underWay,
  anyPost,
  mayRead,
  zone,
}: {
  filter: CommentsPage;
  /** Of any post of the workspace. */
  collected: boolean;
  /** Posts whose comments are being read now. */
  underWay: number;
  anyPost: boolean;
  mayRead: boolean;
  zone: string;
}) {
  const chips = filterChips({ ...filter, min_depth: 2, min_engagement: 0 }, zone);
  if (collected && chips.length > 0) {
    return (
      <Framed
        actions={
          <>
            {chips.map(({ name, text, without }) => (
              <FilterChip key={name} href={commentsHref({ ...filter, ...without })}>
                {text}
              </FilterChip>
            ))}
            <ButtonLink size="small" href="/comments">
              Clear filters
            </ButtonLink>
          </>
        }
      >
        No comments of such posts were collected.
      </Framed>
    );
  }
  if (underWay > 0) {
    return (
      <Framed>
        Comments are being read. They appear here by themselves; open this page again in a minute.
      </Framed>
    );
  }
  if (!mayRead) {
    return (
      <Framed>
        No comments yet. They appear once a member connects an account, or has the comments of a
        post read.
      </Framed>
    );
  }
  return (
    <Framed
      actions={
        <>
          <ButtonLink variant="primary" href="/accounts">
            Connect an account
          </ButtonLink>
          {anyPost ? (
            <ButtonLink href="/posts">Choose a post</ButtonLink>
          ) : (
            <ButtonLink href="/upload">Upload links</ButtonLink>
          )}
        </>
      }
    >
      No comments yet. Those of connected accounts are read with every full measurement, every six
      hours. Of any other post they are read when you ask: open the post, then Comments, then “Read
      comments now”.
    </Framed>
  );
}

function Framed({ actions, children }: { actions?: ReactNode; children: ReactNode }) {
  return (
    <Panel label="Comments">
      <EmptyState
        action={
          actions && (
            <div className="flex flex-wrap items-center justify-center gap-2">{actions}</div>
          )
        }
      >
        {children}
      </EmptyState>
    </Panel>
  );
}
