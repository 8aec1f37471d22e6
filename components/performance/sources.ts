import type { PackedPoints } from "@/components/performance/packed-points";
import type { Reel } from "@/lib/reels/reel";

/** The names of those who told the numbers that are shown, as in an alphabet. */
export function sourcesOf(reels: Reel[], scatter: PackedPoints | null): string[] {
  const names = [...reels.map((reel) => reel.source_name), ...(scatter?.columns.source_name ?? [])];
  return [...new Set(names)].sort((a, b) => a.localeCompare(b, "en"));
}
