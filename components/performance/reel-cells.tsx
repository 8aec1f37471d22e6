import { Measured } from "@/components/metrics/measured";
import { Gaining } from "@/components/performance/gaining";
import { OutlierFactor } from "@/components/performance/outlier-factor";
import { Percentile } from "@/components/performance/percentile";
import { incompleteWords } from "@/components/performance/reasons";
import { ReelPicture } from "@/components/performance/reel-picture";
import type { ReelContext } from "@/components/performance/reel-table";
import { ReelTitle } from "@/components/performance/reel-title";
import { ageText, perHourText, titleOf } from "@/components/performance/reel-words";
import { StatusBadge } from "@/components/performance/status-badge";
import { whyUnranked } from "@/components/performance/unranked";
import { SimulatedBadge } from "@/components/ui/badge";
import { Count } from "@/components/ui/count";
import { cx } from "@/components/ui/cx";
import { Hint } from "@/components/ui/hint";
import { Missing } from "@/components/ui/missing";
import { PlatformMark } from "@/components/ui/platform-mark";
import { Rate } from "@/components/ui/rate";
import { Td } from "@/components/ui/table";
import { exactCount } from "@/lib/format/count";
import { exactMoment, moment } from "@/lib/format/time";
import type { Reel } from "@/lib/reels/reel";

/** One reel of the table. */
export function ReelCells({
  reel,
  place,
  query,
  sample,
  smallest,
  zone,
  now,
}: ReelContext & { reel: Reel; place: number }) {
  const { performance_score: score, status } = reel;
  // Among scores, what has none has no place.
  const isPlaced = query.sort !== "score" || score !== null;
  return (
    <tr>
      <Td className="sticky left-0 z-1 bg-panel py-1.5">
        <span className="flex w-64 items-center gap-2">
          <span className="w-8 flex-none text-right text-xs text-muted">
            {isPlaced && exactCount(place)}
          </span>
          <ReelPicture id={reel.post_id} src={reel.thumbnail_url} look="h-6 w-9" />
          <span className="truncate" title={titleOf(reel)}>
            <ReelTitle reel={reel} sample={sample} />
          </span>
        </span>
      </Td>
      <Td>
        <PlatformMark platform={reel.platform} />
      </Td>
      <Td tone="soft">
        {reel.author === null ? (
          <Missing reason="The source did not say who published it." />
        ) : (
          <span className="block max-w-36 truncate" title={reel.author}>
            {reel.author}
          </span>
        )}
      </Td>
      <Td numeric tone="strong" className={cx(status === "breakout" && "text-ember-text")}>
        {score === null ? (
          <Missing reason={whyUnranked(reel, smallest, "score")} />
        ) : (
          score.toFixed(2)
        )}
      </Td>
      <Td>
        <StatusBadge reel={reel} smallest={smallest} />
      </Td>
      <Td numeric>
        <Count value={reel.views} />
      </Td>
      <Td numeric>
        <Hint tip={`${reel.views_per_hour} views an hour since it was published.`}>
          {perHourText(reel.views_per_hour)}
        </Hint>
      </Td>
      <Td numeric>
        <Gaining velocity={reel.velocity} zone={zone} now={now} />
      </Td>
      <Td numeric>
        <Rate ratio={reel.engagement_rate} reason={incompleteWords(reel) ?? undefined} />
      </Td>
      <Td numeric>
        <OutlierFactor reel={reel} smallest={smallest} />
      </Td>
      <Td numeric>
        <Percentile reel={reel} of="engagement" smallest={smallest} />
      </Td>
      <Td numeric>
        <Percentile reel={reel} of="velocity" smallest={smallest} />
      </Td>
      <Td numeric>
        <Percentile reel={reel} of="views" smallest={smallest} />
      </Td>
      <Td tone="soft" className="whitespace-nowrap">
        <Hint tip={exactMoment(reel.publish_time, zone)}>
          {moment(reel.publish_time, zone, now)}
        </Hint>
      </Td>
      <Td numeric tone="soft">
        <Hint tip={`${reel.hours_since_publish} h from publishing to measuring.`}>
          {ageText(reel.hours_since_publish)}
        </Hint>
      </Td>
      <Td tone="muted" className="whitespace-nowrap">
        <span className="inline-flex items-center gap-2">
          <Measured row={{ ...reel, measured_at: reel.latest_scraped_at }} zone={zone} now={now} />
          {reel.is_simulated && !sample && <SimulatedBadge />}
        </span>
      </Td>
    </tr>
  );
}
