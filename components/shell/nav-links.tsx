"use client";

import { usePathname } from "next/navigation";
import { useNavFold } from "@/components/shell/nav-fold-browser";
import { PLACES, type PlaceName, placeOf } from "@/components/shell/places";
import { useShell } from "@/components/shell/shell-context";
import { AppLink } from "@/components/ui/app-link";

/** One line of the side navigation; an icon alone between phone and desktop widths. */
export function NavLink({ to, count }: { to: PlaceName; count?: string | undefined }) {
  const { href, label, Icon } = PLACES[to];
  const isFolded = useNavFold(useShell()?.navFold ?? "open") === "folded";
  return (
    <AppLink
      href={href}
      aria-current={useCurrent(href)}
      data-tip={label}
      data-tip-when={isFolded ? "(width >= 52rem)" : "(width < 72rem)"}
      data-tip-side="right"
      className="touch flex h-[30px] items-center gap-2.5 rounded-md px-2 text-ink-2 hover:bg-hover hover:text-ink aria-[current]:bg-panel aria-[current]:font-strong aria-[current]:text-ink aria-[current]:shadow-[0_0_0_1px_var(--line)] aria-[current]:[&_svg]:text-accent-text slim:h-9 slim:justify-center pointer-coarse:h-11"
    >
      <Icon aria-hidden="true" />
      <span className="slim:sr-only">{label}</span>
      {count && (
        <span className="ml-auto text-xs font-normal text-muted slim:sr-only">{count}</span>
      )}
    </AppLink>
  );
}

/** "page" on the place itself, "true" on a page below it. */
export function useCurrent(href: string): "page" | "true" | undefined {
  const path = usePathname();
  if (path === href) return "page";
  return placeOf(path) === href ? "true" : undefined;
}
