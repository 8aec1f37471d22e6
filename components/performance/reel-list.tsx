import type { ReactNode } from "react";
import { basisWords } from "@/components/performance/reasons";
import { ReelPicture } from "@/components/performance/reel-picture";
import type { ReelContext } from "@/components/performance/reel-table";
import { ageText, perHourText, titleOf } from "@/components/performance/reel-words";
import { StatusBadge } from "@/components/performance/status-badge";
import { whyNoFactor, whyUnranked } from "@/components/performance/unranked";
import { postHref } from "@/components/posts/posts-address";
import { Count } from "@/components/ui/count";
import { cx } from "@/components/ui/cx";
import { Hint } from "@/components/ui/hint";
import { Missing } from "@/components/ui/missing";
import { PlatformMark } from "@/components/ui/platform-mark";
import { Rate } from "@/components/ui/rate";
import { Row, RowList } from "@/components/ui/row-list";
import type { Reel } from "@/lib/reels/reel";
import { factorText, factorWords } from "@/lib/reels/words";

/** A page of reels on a phone: picture, title, author, status, and the number the list is sorted by. */
export function ReelList({ reels, ...context }: ReelContext & { reels: Reel[] }) {
  return (
    <RowList phone>
      {reels.map((reel) => (
        <Row
          key={reel.post_id}
          href={context.sample ? undefined : postHref(reel.post_id)}
          lead={<ReelPicture id={reel.post_id} src={reel.thumbnail_url} look="h-8 w-11" />}
          title={
            <>
              <PlatformMark platform={reel.platform} /> {titleOf(reel)}
            </>
          }
          meta={
            <>
              <span className="block truncate">
                {reel.author ?? "Author not known"} · {ageText(reel.hours_since_publish)} old
              </span>
              <span className="relative flex flex-wrap items-center gap-x-2">
                <StatusBadge reel={reel} smallest={context.smallest} />
                <span>
                  <Count value={reel.views} /> views
                </span>
              </span>
            </>
          }
          end={<SortedFigure reel={reel} {...context} />}
        />
      ))}
    </RowList>
  );
}

function SortedFigure({ reel, query, smallest }: ReelContext & { reel: Reel }) {
  switch (query.sort) {
    case "velocity":
      return <Figure name="views/h">{perHourText(reel.views_per_hour)}</Figure>;
    case "er":
      return (
        <Figure name="ER by views">
          <Rate ratio={reel.engagement_rate} />
        </Figure>
      );
    case "outlier":
      return (
        <Figure name="outlier">
          {reel.outlier_factor === null ? (
            <Missing reason={whyNoFactor(reel, smallest)} />
          ) : (
            <Hint tip={`${factorWords(reel)}. ${basisWords(reel)}`}>
              {factorText(reel.outlier_factor)}
            </Hint>
          )}
        </Figure>
      );
    default:
      return (
        <Figure name="score" ember={reel.status === "breakout"}>
          {reel.performance_score === null ? (
            <Missing reason={whyUnranked(reel, smallest, "score")} />
          ) : (
            reel.performance_score.toFixed(2)
          )}
        </Figure>
      );
  }
}

function Figure({
  name,
  ember = false,
  children,
}: {
  name: string;
  ember?: boolean;
  children: ReactNode;
}) {
  return (
    <>
      <span className={cx("font-strong", ember && "text-ember-text")}>{children}</span>
      <span className="text-xs whitespace-nowrap text-muted">{name}</span>
    </>
  );
}
