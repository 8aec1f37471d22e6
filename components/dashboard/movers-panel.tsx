import { ChevronRight } from "lucide-react";
import { PostMover, ReelMover } from "@/components/dashboard/mover-rows";
import { moversLine, moversTitle, whyNotRanked } from "@/components/dashboard/mover-words";
import { PanelFailed } from "@/components/hashtags/panel-failed";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Panel, PanelFooter, PanelHead } from "@/components/ui/panel";
import type { Movers } from "@/lib/dashboard/movers";
import { mayAs, type Role } from "@/lib/workspaces/schema";

/** What stood out in a period, and why. */
export async function MoversPanel({
  movers,
  role,
  ...clock
}: {
  movers: Promise<Movers | null>;
  role: Role;
  zone: string;
  now: Date;
}) {
  const found = await movers;
  if (!found) return <PanelFailed title="Top movers" />;
  const of = found.of === "reels";
  const rows = of ? found.movers.length : found.posts.length;
  const all = of
    ? `/performance${found.window === "7d" ? "" : `?window=${found.window}`}`
    : "/posts?sort=views";
  return (
    <Panel className="flex flex-col">
      <PanelHead
        title={moversTitle(found)}
        sub={moversLine(found, clock)}
        tools={
          rows > 0 && (
            <ButtonLink href={all} variant="quiet" size="small">
              {of ? "All movers" : "All posts"}
              <ChevronRight aria-hidden="true" />
            </ButtonLink>
          )
        }
      />
      {rows === 0 ? (
        <EmptyState>
          {mayAs(role, "member")
            ? "No post published in these days is measured. Choose other days, or bring posts in by a link, a file, an account or an ingest."
            : "No post published in these days is measured. Choose other days."}
        </EmptyState>
      ) : (
        <ol className="border-t">
          {of
            ? found.movers.map((mover) => <ReelMover key={mover.reel.post_id} {...mover} />)
            : found.posts.map((post) => <PostMover key={post.post_id} post={post} />)}
        </ol>
      )}
      {!of && rows > 0 && (
        <PanelFooter className="mt-auto">{whyNotRanked(found, clock)}</PanelFooter>
      )}
    </Panel>
  );
}
