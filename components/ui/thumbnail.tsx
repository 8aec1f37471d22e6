"use client";

import { Image as ImageGlyph } from "lucide-react";
import { cx } from "@/components/ui/cx";
import { PlatformPicture } from "@/components/ui/platform-picture";

const SIZES = {
  small: { width: 36, height: 24, look: "h-6 w-9" },
  medium: { width: 44, height: 32, look: "h-8 w-11" },
  large: { width: 52, height: 36, look: "h-9 w-[52px]" },
  head: { width: 108, height: 61, look: "h-[41px] w-[72px] md:h-[61px] md:w-[108px]" },
};

/** A post's picture beside its title, which names it. Without one, or when it is gone, a blank frame. */
export function Thumbnail({
  src,
  size = "small",
}: {
  src: string | null;
  size?: keyof typeof SIZES;
}) {
  const { width, height, look } = SIZES[size];
  const frame = cx(
    "flex-none rounded-sm border border-[color-mix(in_srgb,var(--text)_10%,transparent)]",
    look,
  );
  return (
    <PlatformPicture
      src={src}
      width={width}
      height={height}
      className={cx(frame, "object-cover")}
      standIn={
        <span
          className={cx(frame, "grid place-items-center bg-sunken text-muted")}
          aria-hidden="true"
        >
          <ImageGlyph className="size-3" />
        </span>
      }
    />
  );
}
