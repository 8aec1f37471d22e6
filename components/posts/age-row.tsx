import { type ComparedAge, tooFewWords } from "@/components/posts/age-words";
import { PercentileBar } from "@/components/posts/standing-bar";
import { Count } from "@/components/ui/count";
import { Hint, Incomplete } from "@/components/ui/hint";
import { Missing } from "@/components/ui/missing";
import { Td } from "@/components/ui/table";
import { compactCount, exactCount } from "@/lib/format/count";
import type { AgeCurve } from "@/lib/posts/read-post";
import { markText } from "@/lib/reels/words";

/** One age: the post's views, the median of others with its interval, how many it passed. */
export function AgeRow({ age, curve }: { age: ComparedAge; curve: AgeCurve }) {
  const { hours, views, is_interpolated, of, beside } = age;
  const few = of === null ? tooFewWords(age, curve) : "";
  return (
    <tr>
      <Td tone="soft" className="whitespace-nowrap">
        {markText(hours)}
      </Td>
      <Td numeric tone="strong">
        {is_interpolated ? (
          <Incomplete reason={`About ${exactCount(views)}, between two measurements.`}>
            ≈ {compactCount(views)}
          </Incomplete>
        ) : (
          <Count value={views} />
        )}
      </Td>
      <Td numeric tone="soft">
        {beside.median === null ? (
          <Missing reason={few} />
        ) : (
          <Hint tip={medianTip(beside)}>{compactCount(beside.median)}</Hint>
        )}
      </Td>
      <Td className="w-[36%]">
        {beside.percentile === null ? (
          <Missing reason={few} />
        ) : (
          <PercentileBar value={beside.percentile} />
        )}
      </Td>
      <Td numeric tone="muted">
        {of === null ? <Hint tip={few}>too few</Hint> : exactCount(beside.n)}
      </Td>
    </tr>
  );
}

function medianTip({ median, low, high, n, confidence, factor }: ComparedAge["beside"]) {
  const sure = `${Math.floor(confidence * 100)}\u202f% interval`;
  const range = low && high ? `, ${sure} ${exactCount(low)} – ${exactCount(high)}` : "";
  const times = factor === null ? "" : ` This post has ${factor.toFixed(1)}× as many.`;
  return `${exactCount(median ?? 0)}, the median of ${exactCount(n)}${range}.${times}`;
}
