import type { ReactNode } from "react";
import { DayLine } from "@/components/dashboard/day-line";
import { authorOf } from "@/components/metrics/author";
import { reasonsOf } from "@/components/performance/reasons";
import { ReelPicture } from "@/components/performance/reel-picture";
import { titleOf as reelTitle } from "@/components/performance/reel-words";
import { titleOf } from "@/components/posts/post-name";
import { postHref } from "@/components/posts/posts-address";
import { AppLink } from "@/components/ui/app-link";
import { Badge } from "@/components/ui/badge";
import { Count } from "@/components/ui/count";
import { cx } from "@/components/ui/cx";
import { PlatformMark } from "@/components/ui/platform-mark";
import type { Mover } from "@/lib/dashboard/movers";
import { compactCount } from "@/lib/format/count";
import { factorText } from "@/lib/reels/words";
import type { TopPost } from "@/lib/reports/top-posts";

/** A ranked short video: what it is, why it stands out, how it grew, by how much. */
export function ReelMover({ reel, views }: Mover) {
  const { outlier_factor: factor, performance_score: score, status } = reel;
  const broke = status === "breakout";
  const [first, last] = [views[0], views.at(-1)];
  return (
    <Line
      id={reel.post_id}
      picture={reel.thumbnail_url}
      title={reelTitle(reel)}
      by={
        <>
          <PlatformMark platform={reel.platform} />
          <span className="truncate">{reel.author ?? "Author not known"}</span>
        </>
      }
      why={reasonsOf(reel).slice(0, 2).join(" · ") || "Nothing in it stands out alone."}
      end={
        <>
          <span className="text-xs text-muted">
            score{" "}
            <span className={cx("text-sm font-semibold", broke ? "text-ember-text" : "text-ink")}>
              {score?.toFixed(1)}
            </span>
          </span>
          {broke ? (
            <Badge kind="breakout">Breakout</Badge>
          ) : (
            factor !== null && (
              <span className="text-xs text-muted">{factorText(factor)} outlier</span>
            )
          )}
        </>
      }
      curve={
        first &&
        last && (
          <DayLine
            points={views.map(({ views: value }) => ({ value: Number(value) }))}
            label={`Views from ${compactCount(first.views)} to ${compactCount(last.views)}`}
            tone={broke ? "text-ember" : "text-chart-6"}
            className="h-7"
          />
        )
      }
    />
  );
}

/** A post by its newest views. */
export function PostMover({ post }: { post: TopPost }) {
  return (
    <Line
      id={post.post_id}
      picture={post.thumbnail_url}
      title={titleOf(post)}
      by={
        <>
          <PlatformMark platform={post.platform} />
          <span className="truncate">{authorOf(post) ?? "Author not known"}</span>
        </>
      }
      end={
        <>
          <span className="font-semibold">
            <Count value={post.views} reason="The platform told no views." />
          </span>
          <span className="text-xs text-muted">views</span>
        </>
      }
    />
  );
}

function Line({
  id,
  picture,
  title,
  by,
  why,
  end,
  curve,
}: {
  id: number;
  picture: string | null;
  title: string;
  by: ReactNode;
  why?: string;
  end: ReactNode;
  curve?: ReactNode;
}) {
  return (
    <li className="relative flex items-center gap-3 border-b px-3.5 py-2.5 last:border-b-0 hover:bg-hover md:px-4">
      <ReelPicture id={id} src={picture} look="h-9 w-12" />
      <div className="min-w-0 flex-1">
        <div className="truncate font-strong">
          <AppLink href={postHref(id)} className="after:absolute after:inset-0">
            {title}
          </AppLink>
        </div>
        <div className="flex min-w-0 items-center gap-1.5 text-xs text-muted">{by}</div>
        {why && <p className="mt-0.5 line-clamp-2 text-xs text-ink-2">{why}</p>}
      </div>
      {curve && <div className="w-20 flex-none max-md:hidden">{curve}</div>}
      <div className="relative flex w-24 flex-none flex-col items-end gap-0.5">{end}</div>
    </li>
  );
}
