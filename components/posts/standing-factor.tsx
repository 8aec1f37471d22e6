import { DerivedBadge } from "@/components/metrics/derived-badge";
import { type Outlier, whyNoOutlier } from "@/components/posts/standing-outlier";
import { Hint } from "@/components/ui/hint";
import { KeyFigure } from "@/components/ui/key-figures";
import { Missing } from "@/components/ui/missing";
import { exactMoment } from "@/lib/format/time";
import type { AgeCurve, Post } from "@/lib/posts/read-post";

/** Views over the usual ones: whose, at which age, and how sure that is. */
export function OutlierFactor({
  post,
  outlier,
  curve,
  zone,
}: {
  post: Post;
  outlier: Outlier | null;
  curve: AgeCurve | null;
  zone: string;
}) {
  if (!outlier) {
    return (
      <KeyFigure
        label="Outlier factor"
        value={<Missing reason={whyNoOutlier(post, curve)} />}
        source={<DerivedBadge />}
      />
    );
  }
  const asOf = post.measured_at ? ` As of ${exactMoment(post.measured_at, zone)}.` : "";
  return (
    <KeyFigure
      label="Outlier factor"
      value={factorText(outlier.factor)}
      unit="×"
      detail={outlier.against}
      source={
        <>
          <Hint tip={`${outlier.basis}.${asOf}`}>{outlier.interval ?? "whatever their age"}</Hint>
          <DerivedBadge from="views over a median" />
        </>
      }
    />
  );
}

function factorText(factor: number) {
  return factor > 0 && factor < 0.05 ? "< 0.1" : factor.toFixed(1);
}
