import type { Metadata, Route } from "next";
import { redirect } from "next/navigation";
import { CommentParts } from "@/app/(app)/comments/comment-parts";
import { readComments } from "@/app/(app)/comments/read";
import { commentsHref, commentsPage } from "@/components/comments/comment-filter";
import { CommentFilters } from "@/components/comments/comment-filters";
import { postsWords } from "@/components/comments/comment-words";
import { NoComments } from "@/components/comments/no-comments";
import { Troubles } from "@/components/comments/troubles";
import { PanelFailed } from "@/components/hashtags/panel-failed";
import { Page } from "@/components/shell/page";
import { Badge, SimulatedBadge } from "@/components/ui/badge";
import { CopyLink } from "@/components/ui/copy-link";
import { Notice } from "@/components/ui/notice";
import { counted } from "@/lib/format/count";
import { readSearch } from "@/lib/search";
import { requireScope } from "@/lib/supabase/server";
import { mayAs } from "@/lib/workspaces/schema";

export const metadata: Metadata = { title: "Comments" };

const PAGE_CHAINS = 20;

export default async function CommentsPage({ searchParams }: PageProps<"/comments">) {
  const scope = await requireScope();
  const filter = readSearch(commentsPage, await searchParams);
  const read = await readComments(scope, filter, PAGE_CHAINS);
  const { depths, chains, troubles, underWay } = read;
  const lastPage = chains && Math.max(1, Math.ceil(chains.total_count / PAGE_CHAINS));
  if (lastPage !== null && filter.page > lastPage) {
    // safe because it is this page's own address
    redirect(commentsHref({ ...filter, page: lastPage }) as Route);
  }
  const [zone, now] = [scope.timeZone, new Date()];
  const context = { filter, posts: postsWords(filter, zone), zone, now };
  const none = depths?.total_comments === 0;

  return (
    <Page
      title="Comments"
      badge={
        read.sample ? (
          <Badge kind="simulated">Sample data</Badge>
        ) : (
          read.simulated && <SimulatedBadge />
        )
      }
      sub={`Who answers whom under ${context.posts} · times in ${zone}`}
      actions={<CopyLink />}
    >
      {underWay > 0 && !none && (
        <Notice>
          Comments of {counted(underWay, "post")} are being read or wait for it. Open this page
          again in a minute: they are in its numbers then.
        </Notice>
      )}
      {(!none || read.collected) && <CommentFilters filter={filter} />}
      {none ? (
        <NoComments
          filter={filter}
          collected={read.collected}
          underWay={underWay}
          anyPost={read.posts !== 0}
          mayRead={mayAs(scope.role, "member")}
          zone={zone}
        />
      ) : (
        <CommentParts read={read} pageSize={PAGE_CHAINS} {...context} />
      )}
      {troubles ? (
        <Troubles {...troubles} />
      ) : (
        <PanelFailed title="Comments that could not be read" />
      )}
    </Page>
  );
}
