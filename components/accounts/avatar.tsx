"use client";

import { useState } from "react";

/** An account's picture, or its initials when there is none or it is gone. Its name stands beside. */
export function Avatar({ src, name }: { src: string | null; name: string }) {
  const [gone, setGone] = useState<string | null>(null);
  const frame =
    "size-9 flex-none rounded-full border border-[color-mix(in_srgb,var(--text)_10%,transparent)]";
  if (!src || gone === src) {
    return (
      <span
        aria-hidden="true"
        className={`${frame} grid place-items-center bg-sunken text-xs font-strong text-ink-2`}
      >
        {initials(name)}
      </span>
    );
  }
  return (
    // biome-ignore lint/performance/noImgElement: platform addresses expire, so there is nothing to optimise
    <img
      src={src}
      alt=""
      width={36}
      height={36}
      loading="lazy"
      decoding="async"
      referrerPolicy="no-referrer"
      onError={() => setGone(src)}
      className={`${frame} object-cover`}
    />
  );
}

function initials(name: string) {
  const words = name.split(/\s+/).filter(Boolean);
  return words
    .slice(0, 2)
    .map((word) => Array.from(word)[0]?.toUpperCase() ?? "")
    .join("");
}
