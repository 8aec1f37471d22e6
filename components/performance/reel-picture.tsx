"use client";

import { cx } from "@/components/ui/cx";
import { PlatformPicture } from "@/components/ui/platform-picture";
import type { Reel } from "@/lib/reels/reel";

/** A reel's picture, or where there is none a drawn stand-in, the same for the same reel. */
export function ReelPicture({
  id,
  src,
  look,
}: {
  id: Reel["post_id"];
  src: Reel["thumbnail_url"];
  /** Height and width as classes. */
  look: string;
}) {
  const frame = cx(
    "block flex-none rounded-sm border border-[color-mix(in_srgb,var(--text)_10%,transparent)]",
    look,
  );
  return (
    <PlatformPicture
      src={src}
      className={cx(frame, "object-cover")}
      standIn={<StandIn seed={id} className={frame} />}
    />
  );
}

const SKIES = ["#4c5a3c", "#5a4a3a", "#34506a", "#3d5862", "#5a3a34", "#4a4564"];
const LANDS = ["#92bd85", "#cbb678", "#5f86ad", "#86a8c9", "#c9a886", "#a99bd0"];

/** Hills and a light, in one of six moods: no picture of anything, so not mistaken for one. */
function StandIn({ seed, className }: { seed: number; className: string }) {
  const pick = (list: string[], step: number) => list[Math.floor(seed / step) % list.length];
  const shift = (seed * 37) % 40;
  return (
    <svg
      viewBox="0 0 100 70"
      preserveAspectRatio="xMidYMax slice"
      aria-hidden="true"
      className={className}
    >
      <rect width="100" height="70" fill={pick(SKIES, 1)} />
      <circle cx={24 + shift} cy={22} r={7 + (seed % 4)} fill={pick(LANDS, 6)} opacity={0.75} />
      <path
        d={`M${shift - 30} 70 L${shift + 12} ${26 + (seed % 9)} L${shift + 58} 70 Z`}
        fill={pick(LANDS, 1)}
      />
      <path
        d={`M${shift + 20} 70 L${shift + 56} 40 L${shift + 104} 70 Z`}
        fill={pick(LANDS, 2)}
        opacity={0.55}
      />
    </svg>
  );
}
