import { reasonsOf } from "@/components/performance/reasons";
import { ReelBy } from "@/components/performance/reel-by";
import { ReelPicture } from "@/components/performance/reel-picture";
import { ReelTitle } from "@/components/performance/reel-title";
import { TextLink } from "@/components/ui/app-link";
import { Panel, PanelFooter, PanelHead } from "@/components/ui/panel";
import { counted, exactCount } from "@/lib/format/count";
import type { Reel, ReelAnswer } from "@/lib/reels/reel";
import { factorText, factorWords } from "@/lib/reels/words";

/** Who reached at least three times what was usual, the largest factor first. */
export function OutlierList({
  reels,
  summary,
  sample,
  href,
}: {
  reels: Reel[];
  summary: ReelAnswer["summary"];
  sample: boolean;
  /** The page with outliers only, in this order. */
  href: string;
}) {
  const { outliers, factors } = summary;
  if (reels.length === 0) return null;
  return (
    <Panel>
      <PanelHead
        title={`${exactCount(outliers)} of ${counted(factors, "reel")} ${outliers === 1 ? "has" : "have"} 3× the usual views or more`}
        sub="Against the author’s other posts at the same age, else against the median of this cohort’s reels of the platform; the largest factor first"
      />
      <ol className="grid grid-cols-1 border-t bg-line lg:grid-cols-2 lg:gap-x-px">
        {reels.map((reel) => (
          <li
            key={reel.post_id}
            className="relative flex items-start gap-3 border-b bg-panel px-3.5 py-2.5 hover:bg-hover md:px-4"
          >
            <ReelPicture id={reel.post_id} src={reel.thumbnail_url} look="h-8 w-11" />
            <div className="min-w-0 flex-1">
              <div className="truncate font-strong">
                <ReelTitle reel={reel} sample={sample} cover />
              </div>
              <ReelBy reel={reel} />
              <p className="mt-0.5 text-xs text-ink-2">
                {[
                  factorWords(reel),
                  ...reasonsOf(reel).filter((each) => each !== factorWords(reel)),
                ]
                  .slice(0, 3)
                  .join(" · ")}
              </p>
            </div>
            <span className="flex-none font-semibold">
              <span className="sr-only">Outlier factor </span>
              {reel.outlier_factor !== null && factorText(reel.outlier_factor)}
            </span>
          </li>
        ))}
      </ol>
      <PanelFooter>
        <TextLink href={href}>
          {outliers > reels.length
            ? `All ${exactCount(outliers)} outliers`
            : "Outliers only, in the table"}
        </TextLink>
      </PanelFooter>
    </Panel>
  );
}
