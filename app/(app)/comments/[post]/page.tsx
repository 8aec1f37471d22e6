import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { readCommentsAction } from "@/app/(app)/comments/[post]/actions";
import { readPost, readThread, threadChoice } from "@/app/(app)/comments/[post]/read-thread";
import { ReadComments } from "@/components/comments/read-comments";
import { ReadState } from "@/components/comments/read-state";
import { ThreadFigures } from "@/components/comments/thread-figures";
import { ThreadPanel } from "@/components/comments/thread-panel";
import { ThreadSummary } from "@/components/comments/thread-summary";
import { PanelFailed } from "@/components/hashtags/panel-failed";
import { titleOf } from "@/components/posts/post-name";
import { Hotkeys } from "@/components/shell/hotkeys";
import { Page } from "@/components/shell/page";
import { Badge, SimulatedBadge } from "@/components/ui/badge";
import { ForbiddenAction } from "@/components/ui/forbidden-action";
import { Thumbnail } from "@/components/ui/thumbnail";
import { getCommentStatus } from "@/lib/comments/commands";
import { getPostDepth, getViralChain } from "@/lib/comments/queries";
import { attempt } from "@/lib/hashtags/list-attempt";
import { postId } from "@/lib/posts/schema";
import { readSearch } from "@/lib/search";
import { requireScope } from "@/lib/supabase/server";
import { isSample } from "@/lib/workspaces/queries";
import { mayAs } from "@/lib/workspaces/schema";

const KEYS = { "/": "main input[type=search]" };

export async function generateMetadata({
  params,
}: PageProps<"/comments/[post]">): Promise<Metadata> {
  const id = postId.safeParse({ id: (await params).post }).data?.id;
  const post = id && (await readPost(await requireScope(), id));
  return { title: post ? `Comments: ${titleOf(post)}` : "No such post" };
}

export default async function ThreadPage({ params, searchParams }: PageProps<"/comments/[post]">) {
  const scope = await requireScope();
  const { id } = postId.safeParse({ id: (await params).post }).data ?? notFound();
  const post = (await readPost(scope, id)) ?? notFound();
  const choice = readSearch(threadChoice, await searchParams);
  const [thread, depth, chain, status, sample] = await Promise.all([
    attempt(scope, "thread", readThread(scope, id, choice)),
    attempt(scope, "depth of a thread", getPostDepth(scope, { post: id })),
    attempt(scope, "viral chain of a thread", getViralChain(scope, { post: id })),
    getCommentStatus(scope, id),
    isSample(scope),
  ]);
  const [zone, now, may] = [scope.timeZone, new Date(), mayAs(scope.role, "member")];
  const context = { status, zone, now };
  const simulated = sample ? <Badge kind="simulated">Sample data</Badge> : <SimulatedBadge />;

  return (
    <Page
      title={titleOf(post)}
      crumbs={[{ label: "Comments", href: "/comments" }]}
      lead={<Thumbnail src={post.thumbnail_url} size="head" />}
      badge={
        <>
          {thread?.isSimulated && simulated}
          {thread?.isMixed && <Badge kind="partial">Some simulated, some not</Badge>}
        </>
      }
      sub={<ThreadSummary post={post} zone={zone} now={now} />}
      actions={
        // No platform has comments of made-up posts.
        sample ? undefined : may ? (
          <ReadComments post={id} state={status.state} action={readCommentsAction} />
        ) : (
          <ForbiddenAction>Read comments now</ForbiddenAction>
        )
      }
    >
      <Hotkeys keys={KEYS} />
      <ReadState {...context} />
      {thread?.outline.depths.length !== 0 &&
        (depth && chain ? (
          <ThreadFigures depth={depth} chain={chain} {...context} />
        ) : (
          <PanelFailed title="Key figures" />
        ))}
      {thread ? (
        <ThreadPanel
          post={id}
          thread={thread}
          search={choice.search}
          mayRead={may}
          sample={sample}
          {...context}
        />
      ) : (
        <PanelFailed title="Thread" />
      )}
    </Page>
  );
}
