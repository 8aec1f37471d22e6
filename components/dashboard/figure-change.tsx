import { ChangeWords } from "@/components/metrics/change-words";
import { cx } from "@/components/ui/cx";
import { Hint } from "@/components/ui/hint";
import type { Figure } from "@/lib/dashboard/totals";
import { compactCount, counted, exactCount } from "@/lib/format/count";

const TONES = { up: "text-ok", down: "text-bad-text", flat: "text-ink-2" };

/** How a figure stands to the other days: gains as a share, posts and followers as a number. */
export function FigureChange({ figure }: { figure: Figure }) {
  const { compared, previous, value } = figure;
  if (compared === null || previous === null) return null;
  if (figure.key === "posts") return <Absolute now={compared} then={previous} />;
  if (figure.key === "followers") {
    const { both, told } = figure;
    return (
      <>
        <Absolute now={compared} then={previous} />
        {both < told && ` in ${both} of ${counted(told, "account")}`}
      </>
    );
  }
  // A running period: what stands beside the other days is not all of it.
  if (compared !== value && figure.days !== null) {
    const tip = `The first ${counted(figure.days, "whole day")} brought ${exactCount(compared)}, as many days of the others ${exactCount(previous)}.`;
    return (
      <Hint tip={tip} className="text-left">
        <ChangeWords value={compared} before={previous} />
        {` to ${compactCount(compared)} in ${counted(figure.days, "whole day")}`}
      </Hint>
    );
  }
  return <ChangeWords value={compared} before={previous} />;
}

function Absolute({ now, then }: { now: string; then: string }) {
  const change = BigInt(now) - BigInt(then);
  const tone = change > 0n ? "up" : change < 0n ? "down" : "flat";
  const size =
    change === 0n
      ? "unchanged"
      : `${change > 0n ? "↑" : "↓"} ${exactCount(change < 0n ? -change : change)}`;
  return (
    <>
      <span className={cx("font-strong whitespace-nowrap", TONES[tone])}>{size}</span>
      {` from ${compactCount(then)}`}
    </>
  );
}
