import { cx } from "@/components/ui/cx";
import { PLATFORM_NAMES, type PlatformId } from "@/lib/platforms/platform";

const PLATFORMS = {
  tiktok: { letters: "TT", ink: "before:bg-chart-1" },
  instagram: { letters: "IG", ink: "before:bg-chart-2" },
  youtube: { letters: "YT", ink: "before:bg-chart-3" },
  facebook: { letters: "FB", ink: "before:bg-chart-4" },
  linkedin: { letters: "LI", ink: "before:bg-chart-5" },
} satisfies Record<PlatformId, { letters: string; ink: string }>;

/** The platform's letters and colour. With `withName` the name stands beside it. */
export function PlatformMark({
  platform,
  withName = false,
}: {
  platform: PlatformId;
  withName?: boolean | undefined;
}) {
  const { letters, ink } = PLATFORMS[platform];
  const mark = cx(
    "relative inline-grid h-4 w-5 flex-none place-items-center overflow-hidden rounded-sm border bg-panel pl-[3px] text-[9.5px]/none font-[650] tracking-[.01em] text-ink",
    "before:absolute before:inset-y-[-1px] before:left-[-1px] before:w-[3px]",
    ink,
  );
  return (
    <span className="inline-flex flex-none items-center gap-2 align-middle">
      <span className={mark} aria-hidden="true">
        {letters}
      </span>
      <span className={withName ? undefined : "sr-only"}>{PLATFORM_NAMES[platform]}</span>
    </span>
  );
}
