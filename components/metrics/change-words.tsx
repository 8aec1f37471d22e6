import { cx } from "@/components/ui/cx";
import { changeOf } from "@/lib/format/change";

const TONES = { up: "text-ok", down: "text-bad-text", flat: "text-ink-2" };

/** How a number stands to the one before: arrow, size, and what it is from. Nothing where that is unknown. */
export function ChangeWords({ value, before }: { value: string | null; before: string | null }) {
  const change = changeOf(value, before);
  if (!change) return null;
  return (
    <>
      <span className={cx("font-strong whitespace-nowrap", TONES[change.tone])}>{change.size}</span>
      {change.from && ` ${change.from}`}
    </>
  );
}
