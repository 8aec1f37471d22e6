import type { Metadata, Route } from "next";
import { redirect } from "next/navigation";
import { GrowingPanel } from "@/components/hashtags/growing-panel";
import { HashtagFilters } from "@/components/hashtags/hashtag-filters";
import { hashtagsHref } from "@/components/hashtags/hashtags-address";
import { NoHashtags } from "@/components/hashtags/no-hashtags";
import { PanelFailed } from "@/components/hashtags/panel-failed";
import { TopPanel } from "@/components/hashtags/top-panel";
import { TrendingPanel } from "@/components/hashtags/trending-panel";
import { Hotkeys } from "@/components/shell/hotkeys";
import { Page } from "@/components/shell/page";
import { CopyLink } from "@/components/ui/copy-link";
import { attempt } from "@/lib/hashtags/list-attempt";
import { hashtagsPage } from "@/lib/hashtags/list-schema";
import { countPosts } from "@/lib/posts/queries";
import { postFilter } from "@/lib/posts/schema";
import { readSearch } from "@/lib/search";
import { requireScope } from "@/lib/supabase/server";
import { mayAs } from "@/lib/workspaces/schema";
import { readGrowing, readList, readTrending } from "./read";

export const metadata: Metadata = { title: "Hashtags" };

const PAGE_TAGS = 50;
const KEYS = { "/": "main input[type=search]" };

export default async function HashtagsPage({ searchParams }: PageProps<"/hashtags">) {
  const scope = await requireScope();
  const query = readSearch(hashtagsPage, await searchParams);
  const [listed, trending, growing] = await Promise.all([
    attempt(scope, "hashtags", readList(scope, query, PAGE_TAGS)),
    attempt(scope, "trending hashtags", readTrending(scope, query)),
    attempt(scope, "growing hashtags", readGrowing(scope, query)),
  ]);
  const list = listed?.list;
  if (list && query.page > 1 && list.hashtags.length === 0) {
    const page = Math.max(1, Math.ceil(list.total_count / PAGE_TAGS));
    // safe because it is this page's own address
    redirect(hashtagsHref({ ...query, page }) as Route);
  }
  const context = {
    query,
    asked: { platform: query.platform },
    zone: scope.timeZone,
    now: new Date(),
  };
  const top = listed ? (
    <TopPanel {...listed} pageSize={PAGE_TAGS} {...context} />
  ) : (
    <PanelFailed title="Top hashtags" />
  );

  return (
    <Page
      title="Hashtags"
      sub={`What the captions of this workspace’s posts carry · times in ${scope.timeZone}`}
      actions={<CopyLink />}
    >
      <Hotkeys keys={KEYS} />
      {list && !list.any_tagged ? (
        <NoHashtags
          posts={await countPosts(scope, postFilter.parse({}))}
          mayAdd={mayAs(scope.role, "member")}
        />
      ) : (
        <>
          <HashtagFilters query={query} />
          {query.search && top}
          <div className="grid grid-cols-1 gap-3 md:gap-4 lg:grid-cols-[minmax(0,1.72fr)_minmax(0,1fr)]">
            {trending ? (
              <TrendingPanel {...trending} newestAt={list?.newest_at} {...context} />
            ) : (
              <PanelFailed title="Trending now" />
            )}
            {growing ? (
              <GrowingPanel {...growing} {...context} />
            ) : (
              <PanelFailed title="Fastest growing" />
            )}
          </div>
          {!query.search && top}
        </>
      )}
    </Page>
  );
}
