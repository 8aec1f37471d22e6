import type { Metadata, Route } from "next";
import { redirect } from "next/navigation";
import { readComments } from "@/app/(app)/comments/read";
import { ChainsPanel } from "@/components/comments/chains-panel";
import { CommentFigures } from "@/components/comments/comment-figures";
import { commentsHref, commentsPage } from "@/components/comments/comment-filter";
import { CommentFilters } from "@/components/comments/comment-filters";
import { postsWords } from "@/components/comments/comment-words";
import { DepthPanel } from "@/components/comments/depth-panel";
import { NoComments } from "@/components/comments/no-comments";
import { ThreadList } from "@/components/comments/thread-list";
import { Troubles } from "@/components/comments/troubles";
import { Page } from "@/components/shell/page";
import { SimulatedBadge } from "@/components/ui/badge";
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
  const { depths, chains, simulated, underWay } = read;
  const lastPage = Math.max(1, Math.ceil(chains.total_count / PAGE_CHAINS));
  // safe because it is this page's own address
  if (filter.page > lastPage) redirect(commentsHref({ ...filter, page: lastPage }) as Route);
  const [zone, now] = [scope.timeZone, new Date()];
  const context = { posts: postsWords(filter, zone), zone, now };

  return (
    <Page
      title="Comments"
      badge={simulated && <SimulatedBadge />}
      sub={`Who answers whom under ${context.posts} · times in ${zone}`}
      actions={<CopyLink />}
    >
      {read.sample && (
        <Notice>
          <b className="font-strong">Sample workspace.</b> Every post, person and comment here was
          made up to show what these pages do.
        </Notice>
      )}
      {underWay > 0 && depths.total_comments > 0 && (
        <Notice>
          Comments of {counted(underWay, "post")} are being read or wait for it. Numbers here follow
          by themselves.
        </Notice>
      )}
      <CommentFilters filter={filter} />
      {depths.total_comments === 0 ? (
        <NoComments
          filter={filter}
          collected={read.collected}
          underWay={underWay}
          mayRead={mayAs(scope.role, "member")}
          zone={zone}
        />
      ) : (
        <>
          <CommentFigures
            depths={depths}
            chains={chains}
            posts={read.posts}
            zone={zone}
            now={now}
          />
          <div className="grid grid-cols-1 gap-3 md:gap-4 lg:grid-cols-[minmax(0,1.72fr)_minmax(0,1fr)] lg:items-start">
            <DepthPanel depths={depths} simulated={simulated} {...context} />
            <ThreadList threads={read.threads} of={depths.posts} />
          </div>
          <ChainsPanel answer={chains} filter={filter} pageSize={PAGE_CHAINS} {...context} />
        </>
      )}
      <Troubles {...read.troubles} />
    </Page>
  );
}
