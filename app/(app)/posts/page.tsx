import { ChartLine } from "lucide-react";
import type { Metadata, Route } from "next";
import { redirect } from "next/navigation";
import { AddToCampaign } from "@/app/(app)/campaigns/add-to-campaign";
import { awaitedPosts } from "@/components/posts/awaited";
import { postsHref } from "@/components/posts/posts-address";
import { PostsExport } from "@/components/posts/posts-export";
import { PostsPanel } from "@/components/posts/posts-panel";
import { Hotkeys } from "@/components/shell/hotkeys";
import { Page } from "@/components/shell/page";
import { SimulatedBadge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { CopyLink } from "@/components/ui/copy-link";
import { listAccounts } from "@/lib/accounts/queries";
import { counted } from "@/lib/format/count";
import { countPosts, getGains, getPostChoices, listPosts } from "@/lib/posts/queries";
import { postPage } from "@/lib/posts/schema";
import { readSearch } from "@/lib/search";
import { requireScope } from "@/lib/supabase/server";
import { mayAs } from "@/lib/workspaces/schema";

export const metadata: Metadata = { title: "Posts" };

const PAGE_POSTS = 50;
const KEYS = { "/": "main input[type=search]", e: "#export-menu button" };

export default async function PostsPage({ searchParams }: PageProps<"/posts">) {
  const scope = await requireScope();
  const { page, ...filter } = readSearch(postPage, await searchParams);
  const [rows, total, choices] = await Promise.all([
    listPosts(scope, filter, { offset: (page - 1) * PAGE_POSTS, limit: PAGE_POSTS }),
    countPosts(scope, filter),
    getPostChoices(scope),
  ]);
  const lastPage = Math.max(1, Math.ceil(total / PAGE_POSTS));
  if (page > lastPage) {
    // safe because it is this page's own address
    redirect(postsHref({ ...filter, page: lastPage }) as Route);
  }
  const ids = rows.map(({ id }) => id);
  const [gains, accounts] = await Promise.all([
    getGains(scope, ids, filter),
    total === 0 ? listAccounts(scope) : [],
  ]);
  const now = new Date();

  return (
    <Page
      title="Posts"
      badge={rows.some(({ is_simulated }) => is_simulated) && <SimulatedBadge />}
      sub={`${counted(total, "post")} · times in ${scope.timeZone}`}
      actions={
        <>
          <ButtonLink href="/posts/trends" className="max-md:flex-1">
            <ChartLine aria-hidden="true" />
            Trends
          </ButtonLink>
          <CopyLink />
          <AddToCampaign scope={scope} posts={ids} />
          {total > 0 && <PostsExport filter={filter} total={total} />}
        </>
      }
    >
      <Hotkeys keys={KEYS} />
      <PostsPanel
        rows={rows}
        gains={gains}
        filter={filter}
        choices={choices}
        paging={{ page, pageSize: PAGE_POSTS, total }}
        awaited={awaitedPosts(accounts, scope.timeZone, now)}
        mayAdd={mayAs(scope.role, "member")}
        zone={scope.timeZone}
        now={now}
      />
    </Page>
  );
}
