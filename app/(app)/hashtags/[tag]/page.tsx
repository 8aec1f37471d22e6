import type { Metadata, Route } from "next";
import { notFound, permanentRedirect } from "next/navigation";
import { tagHref } from "@/components/hashtags/hashtags-address";
import { TagFigures } from "@/components/hashtags/tag-figures";
import { TagFilters } from "@/components/hashtags/tag-filters";
import { TagHistory } from "@/components/hashtags/tag-history";
import { TagPanels } from "@/components/hashtags/tag-panels";
import { postsHref } from "@/components/posts/posts-address";
import { Page } from "@/components/shell/page";
import { ButtonLink } from "@/components/ui/button";
import { CopyLink } from "@/components/ui/copy-link";
import { counted } from "@/lib/format/count";
import { hashtagPage } from "@/lib/hashtags/list-schema";
import { tagOf } from "@/lib/hashtags/list-tag";
import { readSearch } from "@/lib/search";
import { requireScope } from "@/lib/supabase/server";
import { readAround, readTag } from "./read";

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
  const of = { detail, query, zone, now };

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
      <TagFigures {...of} history={history} />
      {detail.posts === 0 && history ? (
        <TagHistory {...of} history={history} simulated={false} />
      ) : (
        <TagPanels {...of} history={history} related={related} posts={posts} />
      )}
    </Page>
  );
}
