"use client";

import { type ReactNode, useState } from "react";

/** A picture as a platform gives it, beside the name of what it shows; what stands in for it when there is none or it is gone. */
export function PlatformPicture({
  src,
  width,
  height,
  className,
  standIn,
}: {
  src: string | null;
  width?: number;
  height?: number;
  className: string;
  standIn: ReactNode;
}) {
  const [gone, setGone] = useState<string | null>(null);
  if (!src || gone === src) return standIn;
  return (
    // biome-ignore lint/performance/noImgElement: platform addresses expire, so there is nothing to optimise
    <img
      // It may have failed before the page's scripts listened.
      ref={(picture) => {
        if (picture?.complete && picture.naturalWidth === 0) setGone(src);
      }}
      src={src}
      alt=""
      width={width}
      height={height}
      loading="lazy"
      decoding="async"
      referrerPolicy="no-referrer"
      onError={() => setGone(src)}
      className={className}
    />
  );
}
