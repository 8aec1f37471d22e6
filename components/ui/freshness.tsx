import { cx } from "@/components/ui/cx";

const LEVELS = {
  fresh: { look: "border-muted bg-muted", word: "Fresh" },
  ageing: {
    look: "border-muted bg-[linear-gradient(90deg,var(--text-3)_50%,transparent_50%)]",
    word: "Within two intervals",
  },
  stale: { look: "border-warn", word: "Stale" },
  cut: {
    look: "border-bad bg-[linear-gradient(45deg,transparent_40%,var(--bad)_40%_60%,transparent_60%)]",
    word: "Cut off",
  },
};

/** How current a source is: full disc, half, ring, struck ring. Stands before the source's time. */
export function Freshness({ level }: { level: keyof typeof LEVELS }) {
  const { look, word } = LEVELS[level];
  return (
    <span className="inline-flex items-center">
      <span className={cx("size-[9px] flex-none rounded-full border-[1.5px]", look)} />
      <span className="sr-only">{word}: </span>
    </span>
  );
}
