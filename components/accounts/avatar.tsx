"use client";

import { PlatformPicture } from "@/components/ui/platform-picture";

/** An account's picture, or its initials when there is none or it is gone. Its name stands beside. */
export function Avatar({ src, name }: { src: string | null; name: string }) {
  const frame =
    "size-9 flex-none rounded-full border border-[color-mix(in_srgb,var(--text)_10%,transparent)]";
  return (
    <PlatformPicture
      src={src}
      width={36}
      height={36}
      className={`${frame} object-cover`}
      standIn={
        <span
          aria-hidden="true"
          className={`${frame} grid place-items-center bg-sunken text-xs font-strong text-ink-2`}
        >
          {initials(name)}
        </span>
      }
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
