import { DerivedBadge } from "@/components/metrics/derived-badge";
import { Count } from "@/components/ui/count";
import { KeyFigure, KeyFigures } from "@/components/ui/key-figures";
import { Rate } from "@/components/ui/rate";
import { counted } from "@/lib/format/count";
import type { LinkTotals } from "@/lib/link/queries";

/** What all single links come to: each post once, as it was measured last. */
export function LinkTotalsFigures({ totals }: { totals: LinkTotals }) {
  const rate = totals.like_rate === null ? null : Number(totals.like_rate);
  return (
    <div className="overflow-hidden border-t border-b">
      <KeyFigures columns={3}>
        <KeyFigure
          label="Posts measured"
          value={<Count value={totals.posts} />}
          detail={`from ${counted(totals.total, "link")}`}
        />
        <KeyFigure
          label="Views"
          value={
            <Count value={totals.views_sum} reason="No measured post of these links has views." />
          }
          detail={`of ${counted(totals.views_posts, "post")} that tell them, each once`}
          source={<DerivedBadge from="the last measurement of each post" />}
        />
        <KeyFigure
          label="Likes per view"
          value={
            <Rate
              ratio={rate}
              decimals={1}
              {...(rate === null && { reason: "No post of these links has likes and views." })}
            />
          }
          detail={`mean over ${counted(totals.like_rate_posts, "post")} with both`}
          source={<DerivedBadge from="likes and views of each post" />}
        />
      </KeyFigures>
    </div>
  );
}
