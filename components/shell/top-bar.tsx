"use client";

import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { SearchButton } from "@/components/shell/search-button";
import { useShell } from "@/components/shell/shell-context";
import { ThemeMenu } from "@/components/shell/theme-menu";
import { WorkspaceMenu } from "@/components/shell/workspace-menu";
import { AppLink } from "@/components/ui/app-link";

export type Crumb = { label: string; href: string };

/** Where one is (on phones: in which workspace), the theme, and a strip when numbers are simulated. */
export function TopBar({ crumbs, title }: { crumbs: Crumb[]; title: string }) {
  const shell = useShell();
  return (
    <>
      <header className="sticky top-0 z-10 flex h-[52px] items-center gap-2 border-b bg-[color-mix(in_srgb,var(--bg)_92%,transparent)] px-4 backdrop-blur-sm md:h-(--bar-h) md:px-6">
        <div className="-ml-2 min-w-0 flex-1 md:hidden">
          <WorkspaceMenu compact />
        </div>
        <nav
          aria-label="Breadcrumb"
          className="flex min-w-0 flex-1 items-center gap-1.5 max-md:hidden"
        >
          {crumbs.map(({ label, href }) => (
            <span key={href} className="flex flex-none items-center gap-1.5 text-muted">
              <AppLink href={href} className="touch hover:text-ink">
                {label}
              </AppLink>
              <ChevronRight aria-hidden="true" />
            </span>
          ))}
          <span aria-current="page" className="truncate font-strong">
            {title}
          </span>
        </nav>
        <SearchButton />
        {shell?.bell}
        <ThemeMenu />
      </header>
      {shell?.strip}
      {shell?.sample ? (
        <Strip label="Made-up data" head="Sample.">
          Everything in this workspace was made up: no post, person, comment or number is real.
        </Strip>
      ) : (
        shell?.simulated && (
          <Strip label="Simulated numbers" head="Simulated.">
            This workspace holds numbers from the simulator of this installation, not from the
            platforms.
          </Strip>
        )
      )}
    </>
  );
}

function Strip({ label, head, children }: { label: string; head: string; children: ReactNode }) {
  return (
    <aside
      aria-label={label}
      className="hatch flex border-b bg-panel px-4 py-[7px] text-xs text-ink-2 md:px-6"
    >
      <span className="rounded-[3px] bg-panel px-1.5 py-px">
        <b className="font-strong">{head}</b> {children}
      </span>
    </aside>
  );
}
