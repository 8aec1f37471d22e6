import { PlatformMark } from "@/components/ui/platform-mark";
import type { Reel } from "@/lib/reels/reel";

/** Platform and author under a title. */
export function ReelBy({ reel }: { reel: Reel }) {
  return (
    <div className="flex min-w-0 items-center gap-1.5 text-xs text-muted">
      <PlatformMark platform={reel.platform} />
      <span className="truncate">{reel.author ?? "Author not known"}</span>
    </div>
  );
}
