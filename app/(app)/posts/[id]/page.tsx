import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AddToCampaign } from "@/app/(app)/campaigns/add-to-campaign";
import { readNumbers, readPost } from "@/app/(app)/posts/[id]/read-post-page";
import { AgeComparison } from "@/components/posts/age-comparison";
import { MeasureNow } from "@/components/posts/measure-now";
import { PostFigures } from "@/components/posts/post-figures";
import { PostHistory } from "@/components/posts/post-history";
import { titleOf } from "@/components/posts/post-name";
import { PostState } from "@/components/posts/post-state";
import { PostBadges, PostSummary } from "@/components/posts/post-summary";
import { Provenance } from "@/components/posts/provenance";
import { SeriesChoice } from "@/components/posts/series-choice";
import { Standing } from "@/components/posts/standing";
import { StandingBadges } from "@/components/posts/standing-badges";
import { Page } from "@/components/shell/page";
import { EmptyState } from "@/components/ui/empty-state";
import { ForbiddenAction } from "@/components/ui/forbidden-action";
import { Panel } from "@/components/ui/panel";
import { Thumbnail } from "@/components/ui/thumbnail";
import { postId, seriesChoice } from "@/lib/posts/schema";
import { readSearch } from "@/lib/search";
import { requireScope } from "@/lib/supabase/server";
import { mayAs } from "@/lib/workspaces/schema";

export async function generateMetadata({ params }: PageProps<"/posts/[id]">): Promise<Metadata> {
  const id = postId.safeParse(await params).data?.id;
  const post = id && (await readPost(await requireScope(), id));
  return { title: post ? titleOf(post) : "No such post" };
}

export default async function PostPage({ params, searchParams }: PageProps<"/posts/[id]">) {
  const scope = await requireScope();
  const { id } = postId.safeParse(await params).data ?? notFound();
  const post = (await readPost(scope, id)) ?? notFound();
  const choice = readSearch(seriesChoice, await searchParams);
  const { headline, metric, headlineSeries, chosen, gain, ...others } = await readNumbers(
    scope,
    post,
    choice,
  );
  const { curve, standing, outlier, tags, collected } = others;
  const context = { post, zone: scope.timeZone, now: new Date() };

  return (
    <Page
      title={titleOf(post)}
      crumbs={[{ label: "Posts", href: "/posts" }]}
      lead={<Thumbnail src={post.thumbnail_url} size="head" />}
      badge={
        <>
          <StandingBadges standing={standing} outlier={outlier} />
          <PostBadges post={post} />
        </>
      }
      sub={<PostSummary tags={tags} collected={collected} {...context} />}
      actions={
        mayAs(scope.role, "member") ? (
          <>
            <AddToCampaign scope={scope} posts={[id]} />
            <MeasureNow id={id} zone={scope.timeZone} />
          </>
        ) : (
          <ForbiddenAction>Measure now</ForbiddenAction>
        )
      }
    >
      <PostState {...context} />
      <PostFigures
        metric={headline}
        series={headlineSeries}
        gain={gain}
        outlier={outlier}
        curve={curve}
        rateBasis={scope.rateBasis}
        {...context}
      />
      {chosen ? (
        <>
          <SeriesChoice post={post} metric={metric} source={chosen.source} />
          <div className="grid gap-3 md:gap-4 lg:grid-cols-[minmax(0,1.72fr)_minmax(0,1fr)] lg:items-start">
            <PostHistory {...chosen} curve={curve} metric={metric} {...context} />
            <div className="flex min-w-0 flex-col gap-3 md:gap-4">
              <AgeComparison curve={curve} {...context} />
              <Standing standing={standing} {...context} />
            </div>
          </div>
        </>
      ) : (
        <Panel label="History">
          <EmptyState>Not measured yet: no number of this post has come so far.</EmptyState>
        </Panel>
      )}
      <Provenance admin={mayAs(scope.role, "admin")} {...context} />
    </Page>
  );
}
