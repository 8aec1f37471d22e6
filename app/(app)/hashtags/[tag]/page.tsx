import type { Metadata, Route } from "next";
import { notFound, permanentRedirect } from "next/navigation";
import { tagHref } from "@/components/hashtags/hashtags-address";
import { PanelFailed } from "@/components/hashtags/panel-failed";
import { RelatedGraph } from "@/components/hashtags/related-graph";
import { RelatedList } from "@/components/hashtags/related-list";
import { TagAuthors } from "@/components/hashtags/tag-authors";
import { TagFigures } from "@/components/hashtags/tag-figures";
import { TagFilters } from "@/components/hashtags/tag-filters";
import { TagHistory } from "@/components/hashtags/tag-history";
import { TagPosts } from "@/components/hashtags/tag-posts";
import { postsHref } from "@/components/posts/posts-address";
import { Page } from "@/components/shell/page";
import { ButtonLink } from "@/components/ui/button";
import { CopyLink } from "@/components/ui/copy-link";
import { counted } from "@/lib/format/count";
import { moment } from "@/lib/format/time";
import { hashtagPage } from "@/lib/hashtags/list-schema";
import { tagOf } from "@/lib/hashtags/list-tag";
import { readSearch } from "@/lib/search";
import { requireScope } from "@/lib/supabase/server";
import { readAround, readTag } from "./read";

const BESIDE = "grid grid-cols-1 gap-3 md:gap-4 lg:grid-cols-[minmax(0,1.72fr)_minmax(0,1fr)]";

export async function generateMetadata({
  params,
}: PageProps<"/hashtags/[tag]">): Promise<Metadata> {
  const tag = tagOf((await params).tag);
  return { title: tag ? `#${tag}` : "No such hashtag" };
}

export default async function TagPage({ params, searchParams }: PageProps<"/hashtags/[tag]">) {
  const scope = await requireScope();
  const asked = tagOf((await params).tag) ?? notFound();
  const query = readSearch(hashtagPage, await searchParams);
  const detail = (await readTag(scope, asked, query)) ?? notFound();
  const { tag, hashtag } = detail;
  // One address for all spellings. Safe because it is this page's own.
  if (tag !== asked) permanentRedirect(tagHref(tag, query) as Route);
  const { history, related, posts } = await readAround(scope, tag, query);
  const [zone, now] = [scope.timeZone, new Date()];

  return (
    <Page
      title={`#${hashtag}`}
      crumbs={[{ label: "Hashtags", href: "/hashtags" }]}
      sub={`On ${counted(detail.all_posts, "post")} of this workspace · times in ${zone}`}
      actions={
        <>
          <ButtonLink href={postsHref({ hashtag: tag })} className="max-md:flex-1">
            See its posts
          </ButtonLink>
          <CopyLink />
        </>
      }
    >
      <TagFilters tag={tag} query={query} />
      <TagFigures detail={detail} history={history} period={query.period} zone={zone} now={now} />
      <div className={BESIDE}>
        {history ? (
          <TagHistory detail={detail} history={history} query={query} now={now} />
        ) : (
          <PanelFailed title="Posts over time" />
        )}
        <TagAuthors detail={detail} query={query} />
      </div>
      {related ? (
        <div className={`${BESIDE} lg:items-start`}>
          <RelatedGraph
            related={related}
            hashtag={hashtag}
            query={query}
            asOf={moment(related.as_of, zone, now)}
            timeZone={zone}
          />
          <RelatedList related={related} hashtag={hashtag} query={query} />
        </div>
      ) : (
        <PanelFailed title="Related hashtags" />
      )}
      {posts ? (
        <TagPosts posts={posts} detail={detail} query={query} zone={zone} now={now} />
      ) : (
        <PanelFailed title="Top posts" />
      )}
    </Page>
  );
}
