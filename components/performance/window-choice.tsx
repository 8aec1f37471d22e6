import { reelsHref, windowOf } from "@/components/performance/reels-address";
import { AppLink } from "@/components/ui/app-link";
import { type ReelFilter, WINDOWS, type Window } from "@/lib/reels/schema";

const CHOICES = Object.entries(WINDOWS) as [Window, number][]; // safe because keys are the windows

/** How far back a cohort reaches. */
export function WindowChoice({ query }: { query: ReelFilter }) {
  return (
    <nav
      aria-label="Window"
      className="flex h-(--control-h) rounded-md border border-line-strong bg-panel p-0.5"
    >
      {CHOICES.map(([window, days]) => (
        <AppLink
          key={window}
          href={reelsHref(query, { window })}
          scroll={false}
          aria-current={window === windowOf(query) ? "true" : undefined}
          className="flex items-center rounded-sm px-[11px] font-medium whitespace-nowrap text-ink-2 hover:bg-hover aria-[current]:bg-accent-soft aria-[current]:font-semibold aria-[current]:text-accent-text"
        >
          <span aria-hidden="true">{days} d</span>
          <span className="sr-only">Last {days} days</span>
        </AppLink>
      ))}
    </nav>
  );
}
