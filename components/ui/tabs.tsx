import type { ReactNode } from "react";
import { AppLink } from "@/components/ui/app-link";
import { cx } from "@/components/ui/cx";

export type TabLink = {
  href: string;
  label: ReactNode;
  count?: string | undefined;
  current: boolean;
};

/** Filters as links, each with its count; the address holds which one is chosen. */
export function Tabs({ label, links }: { label: string; links: TabLink[] }) {
  return (
    <nav aria-label={label} className="flex gap-0.5">
      {links.map(({ href, label: text, count, current }) => (
        <AppLink
          key={href}
          href={href}
          scroll={false}
          aria-current={current ? "true" : undefined}
          className={cx(
            "inline-flex h-(--control-h) items-center gap-1.5 rounded-md px-2.5 font-medium whitespace-nowrap text-ink-2 hover:bg-hover",
            "aria-[current]:bg-hover aria-[current]:text-ink aria-[current]:shadow-[inset_0_0_0_1px_var(--line)]",
          )}
        >
          {text}
          {count !== undefined && <span className="font-normal text-muted">{count}</span>}
        </AppLink>
      ))}
    </nav>
  );
}

/** A choice between a few ways to look at the same thing, as links. */
export function SegmentedLinks({ label, links }: { label: string; links: TabLink[] }) {
  return (
    <nav
      aria-label={label}
      className="inline-flex h-(--control-h) w-fit rounded-md border border-line-strong bg-panel p-0.5"
    >
      {links.map(({ href, label: text, current }) => (
        <AppLink
          key={href}
          href={href}
          scroll={false}
          aria-current={current ? "true" : undefined}
          className={cx(
            "touch inline-flex items-center rounded-sm px-[11px] font-medium text-ink-2",
            "aria-[current]:bg-accent-soft aria-[current]:font-semibold aria-[current]:text-accent-text",
          )}
        >
          {text}
        </AppLink>
      ))}
    </nav>
  );
}
