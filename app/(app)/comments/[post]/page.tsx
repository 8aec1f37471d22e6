import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { readCommentsAction } from "@/app/(app)/comments/[post]/actions";
import { readPost, readThread, threadChoice } from "@/app/(app)/comments/[post]/read-thread";
import { ReadComments } from "@/components/comments/read-comments";
import { ReadState } from "@/components/comments/read-state";
import { Thread } from "@/components/comments/thread";
import { ThreadFigures } from "@/components/comments/thread-figures";
import { NoMatch, NoThread } from "@/components/comments/thread-nothing";
import { ThreadSummary } from "@/components/comments/thread-summary";
import { titleOf } from "@/components/posts/post-name";
import { Page } from "@/components/shell/page";
import { Badge, SimulatedBadge } from "@/components/ui/badge";
import { ForbiddenAction } from "@/components/ui/forbidden-action";
import { Panel } from "@/components/ui/panel";
import { Thumbnail } from "@/components/ui/thumbnail";
import { getCommentStatus } from "@/lib/comments/commands";
import { getPostDepth, getViralChain } from "@/lib/comments/queries";
import { postId } from "@/lib/posts/schema";
import { readSearch } from "@/lib/search";
import { requireScope } from "@/lib/supabase/server";
import { mayAs } from "@/lib/workspaces/schema";

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
  const [thread, depth, chain, status] = await Promise.all([
    readThread(scope, id, choice),
    getPostDepth(scope, { post: id }),
    getViralChain(scope, { post: id }),
    getCommentStatus(scope, id),
  ]);
  const { outline, matches, first, at } = thread;
  const [zone, now, may] = [scope.timeZone, new Date(), mayAs(scope.role, "member")];
  const total = outline.depths.length;

  return (
    <Page
      title={titleOf(post)}
      crumbs={[{ label: "Comments", href: "/comments" }]}
      lead={<Thumbnail src={post.thumbnail_url} size="head" />}
      badge={
        <>
          {thread.isSimulated && <SimulatedBadge />}
          {thread.isMixed && <Badge kind="partial">Some simulated, some not</Badge>}
        </>
      }
      sub={<ThreadSummary post={post} zone={zone} now={now} />}
      actions={
        may ? (
          <ReadComments post={id} state={status.state} action={readCommentsAction} />
        ) : (
          <ForbiddenAction>Read comments now</ForbiddenAction>
        )
      }
    >
      <ReadState status={status} zone={zone} now={now} />
      {total > 0 && (
        <ThreadFigures depth={depth} chain={chain} status={status} zone={zone} now={now} />
      )}
      <Panel label="Thread">
        {total === 0 ? (
          <NoThread status={status} mayRead={may} />
        ) : (
          <>
            {matches?.length === 0 && <NoMatch post={id} word={choice.search ?? ""} />}
            <Thread
              // What was asked for, or what is there, is another thread view.
              key={`${at} ${choice.search} ${total}`}
              post={id}
              outline={outline}
              first={first}
              at={at}
              search={choice.search}
              matches={matches}
              zone={zone}
              now={now.toISOString()}
              isMixed={thread.isMixed}
            />
          </>
        )}
      </Panel>
    </Page>
  );
}
