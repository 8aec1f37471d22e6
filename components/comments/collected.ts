import type { ReadStatus } from "@/components/comments/read-status";
import { exactCount } from "@/lib/format/count";

/** How many of those that the platform counts. */
export function collectedWords({ platform_count }: Pick<ReadStatus, "platform_count">): string {
  if (platform_count === null) return "the platform does not say how many there are";
  return `of ${exactCount(platform_count)} that the platform counts`;
}
