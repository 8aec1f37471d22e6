import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { Hint } from "@/components/ui/hint";
import { counted, exactCount } from "@/lib/format/count";
import { percent } from "@/lib/format/rate";
import type { GrowingHashtags } from "@/lib/hashtags/answers";

type Growing = GrowingHashtags["hashtags"][number];

/** How a hashtag grew beside its own usual, with both counts. Without any before there is no rate. */
export function GrowthFigure({ hashtag, span }: { hashtag: Growing; span: string }) {
  const { growth, is_new, recent_posts, total_posts, usual_posts, previous_posts } = hashtag;
  if (is_new) {
    return (
      <Place>
        <Badge tip={`All of its posts are of the last ${span}: nothing to compare.`}>New</Badge>
      </Place>
    );
  }
  if (growth === null) {
    const older = counted(total_posts - recent_posts, "post");
    return (
      <Place>
        <Badge tip={`None in the four times ${span} before, ${older} earlier: nothing to compare.`}>
          Back
        </Badge>
      </Place>
    );
  }
  const direction = growth > 0 ? "↑ " : growth < 0 ? "↓ " : "";
  const tip = `${exactCount(recent_posts)} in the last ${span}, ${exactCount(previous_posts)} in those before, ${usualText(usual_posts)} in the mean of the four times before.`;
  return (
    <Place>
      <Hint tip={tip} className="font-strong">
        {direction}
        {percent(Math.abs(growth), 1)}
      </Hint>
      <span className="text-xs text-muted">{`${exactCount(recent_posts)} from ${usualText(usual_posts)}`}</span>
    </Place>
  );
}

/** As wide in every row, so that the bars before it stand below each other. */
function Place({ children }: { children: ReactNode }) {
  return (
    <span className="ml-auto flex w-24 flex-none flex-col items-end leading-[18px]">
      {children}
    </span>
  );
}

/** A mean of counts, at most two decimals: "5", "0.25". */
function usualText(usual: number) {
  return usual.toLocaleString("en-US", { maximumFractionDigits: 2 });
}
