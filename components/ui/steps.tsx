import { CircleCheck } from "lucide-react";

/** Where one is in a few steps, e.g. File, Check, Run. `current` counts from 0. */
export function Steps({ labels, current }: { labels: string[]; current: number }) {
  return (
    <ol className="flex gap-1.5 text-muted">
      {labels.map((label, index) => (
        <li
          key={label}
          aria-current={index === current ? "step" : undefined}
          className="group flex h-7 items-center gap-2 not-first:before:mx-1.5 not-first:before:h-px not-first:before:w-5 not-first:before:bg-line-strong not-first:before:opacity-60 aria-[current]:font-strong aria-[current]:text-ink md:not-first:before:w-9"
        >
          {index < current ? (
            <CircleCheck aria-hidden="true" className="size-[18px] text-ok" />
          ) : (
            <span className="grid size-[18px] place-items-center rounded-full border border-line-strong text-2xs/none font-strong group-aria-[current]:border-accent group-aria-[current]:bg-accent group-aria-[current]:text-on-accent">
              {index + 1}
            </span>
          )}
          {label}
        </li>
      ))}
    </ol>
  );
}
