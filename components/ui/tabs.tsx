import type { ReactNode } from "react";
import { AppLink } from "@/components/ui/app-link";
import { cx } from "@/components/ui/cx";

type TabLink = {
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
