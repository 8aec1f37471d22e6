import type { Metadata } from "next";
import { notFound } from "next/navigation";
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
  const { headline, metric, headlineSeries, chosen, baseline, gain } = await readNumbers(
    scope,
    post,
    choice,
  );
  const context = { post, zone: scope.timeZone, now: new Date() };

  return (
    <Page
      title={titleOf(post)}
      crumbs={[{ label: "Posts", href: "/posts" }]}
      lead={<Thumbnail src={post.thumbnail_url} size="head" />}
      badge={<PostBadges post={post} />}
      sub={<PostSummary {...context} />}
      actions={
        mayAs(scope.role, "member") ? (
          <MeasureNow id={id} zone={scope.timeZone} />
        ) : (
          <ForbiddenAction>Measure now</ForbiddenAction>
        )
      }
    >
      <PostState {...context} />
      <PostFigures metric={headline} series={headlineSeries} gain={gain} {...context} />
      {chosen ? (
        <>
          <SeriesChoice post={post} metric={metric} source={chosen.source} />
          <div className="grid gap-3 md:gap-4 lg:grid-cols-[minmax(0,1.72fr)_minmax(0,1fr)]">
            <PostHistory {...chosen} baseline={baseline} metric={metric} {...context} />
            <AgeComparison baseline={baseline} metric={metric} {...context} />
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
