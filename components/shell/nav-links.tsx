"use client";

import {
  House,
  LayoutGrid,
  ListChecks,
  type LucideIcon,
  Plug,
  SlidersHorizontal,
  Upload,
} from "lucide-react";
import { usePathname } from "next/navigation";
import { AppLink } from "@/components/ui/app-link";

type Place = { href: string; label: string; Icon: LucideIcon };

const PLACES = {
  home: { href: "/", label: "Dashboard", Icon: House },
  upload: { href: "/upload", label: "Upload", Icon: Upload },
  jobs: { href: "/jobs", label: "Jobs", Icon: ListChecks },
  accounts: { href: "/accounts", label: "Accounts", Icon: Plug },
  posts: { href: "/posts", label: "Posts", Icon: LayoutGrid },
  settings: { href: "/settings", label: "Settings", Icon: SlidersHorizontal },
} satisfies Record<string, Place>;

/** One line of the side navigation; an icon alone between phone and desktop widths. */
export function NavLink({ to, count }: { to: keyof typeof PLACES; count?: string }) {
  const { href, label, Icon } = PLACES[to];
  return (
    <AppLink
      href={href}
      aria-current={useCurrent(href)}
      data-tip={label}
      data-tip-when="(width < 72rem)"
      data-tip-side="right"
      className="touch flex h-[30px] items-center gap-2.5 rounded-md px-2 text-ink-2 hover:bg-hover hover:text-ink aria-[current]:bg-panel aria-[current]:font-strong aria-[current]:text-ink aria-[current]:shadow-[0_0_0_1px_var(--line)] aria-[current]:[&_svg]:text-accent-text max-lg:h-9 max-lg:justify-center pointer-coarse:h-11"
    >
      <Icon aria-hidden="true" />
      <span className="max-lg:sr-only">{label}</span>
      {count && (
        <span className="ml-auto text-xs font-normal text-muted max-lg:sr-only">{count}</span>
      )}
    </AppLink>
  );
}

/** The bar at the foot of a phone. */
export function TabBar() {
  return (
    <nav
      aria-label="Main, phone"
      className="fixed inset-x-0 bottom-0 z-20 grid h-15 grid-cols-6 border-t bg-panel pb-1 md:hidden"
    >
      <Tab {...PLACES.home} label="Home" />
      <Tab {...PLACES.posts} />
      <Tab {...PLACES.upload} />
      <Tab {...PLACES.jobs} />
      <Tab {...PLACES.accounts} />
      <Tab {...PLACES.settings} />
    </nav>
  );
}

function Tab({ href, label, Icon }: Place) {
  return (
    <AppLink
      href={href}
      aria-current={useCurrent(href)}
      className="flex flex-col items-center justify-center gap-[3px] text-2xs/[14px] text-muted aria-[current]:font-semibold aria-[current]:text-accent-text"
    >
      <Icon aria-hidden="true" className="size-5" />
      {label}
    </AppLink>
  );
}

function useCurrent(href: string): "page" | "true" | undefined {
  const path = usePathname();
  if (path === href) return "page";
  return href !== "/" && path.startsWith(`${href}/`) ? "true" : undefined;
}
