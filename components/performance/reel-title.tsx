import { titleOf } from "@/components/performance/reel-words";
import { postHref } from "@/components/posts/posts-address";
import { AppLink } from "@/components/ui/app-link";
import type { Reel } from "@/lib/reels/reel";

/** A reel's title, linked to its page; a sample has none. */
export function ReelTitle({
  reel,
  sample,
  cover = false,
}: {
  reel: Reel;
  sample: boolean;
  cover?: boolean;
}) {
  if (sample) return titleOf(reel);
  return (
    <AppLink
      href={postHref(reel.post_id)}
      className={
        cover ? "after:absolute after:inset-0" : "touch hover:text-accent-text hover:underline"
      }
    >
      {titleOf(reel)}
    </AppLink>
  );
}
