"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useOptimistic, useTransition } from "react";

/** A filter that is on or off: `href` is the address of the other state. */
export function LinkSwitch({ label, on, href }: { label: string; on: boolean; href: string }) {
  const router = useRouter();
  const [, startTransition] = useTransition();
  const [shown, setShown] = useOptimistic(on);
  return (
    <label className="flex h-(--control-h) cursor-pointer items-center gap-2 whitespace-nowrap text-ink-2 has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-offset-2 has-[:focus-visible]:outline-focus">
      <input
        type="checkbox"
        role="switch"
        checked={shown}
        aria-checked={shown}
        onChange={() =>
          startTransition(() => {
            setShown(!on);
            // safe because it is an address of this page
            router.push(href as Route, { scroll: false });
          })
        }
        className="peer sr-only"
      />
      <span
        aria-hidden="true"
        className="relative h-4 w-7 flex-none rounded-full border border-line-strong bg-panel transition-colors duration-(--fast) peer-checked:border-accent peer-checked:bg-accent after:absolute after:top-0.5 after:left-0.5 after:size-2.5 after:rounded-full after:bg-line-strong after:transition-[left] after:duration-(--fast) peer-checked:after:left-3.5 peer-checked:after:bg-on-accent"
      />
      <span className="peer-checked:text-ink">{label}</span>
    </label>
  );
}
