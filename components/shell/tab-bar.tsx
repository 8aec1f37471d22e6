"use client";

import { Ellipsis } from "lucide-react";
import { usePathname } from "next/navigation";
import { useCurrent } from "@/components/shell/nav-links";
import { BAR_PLACES, PLACE_GROUPS, PLACES, type Place, placeOf } from "@/components/shell/places";
import { AppLink } from "@/components/ui/app-link";
import { Menu, MenuGroup, MenuLink, MenuSeparator } from "@/components/ui/menu";

const TAB =
  "flex flex-col items-center justify-center gap-[3px] text-2xs/[14px] text-muted aria-[current]:font-semibold aria-[current]:text-accent-text data-popup-open:text-ink";

/** The bar at the foot of a phone. */
export function TabBar() {
  return (
    <nav
      aria-label="Main, phone"
      className="fixed inset-x-0 bottom-0 z-20 grid h-15 grid-cols-5 border-t bg-panel pb-1 md:hidden"
    >
      {BAR_PLACES.map((name) => (
        <Tab key={name} {...PLACES[name]} label={name === "home" ? "Home" : PLACES[name].label} />
      ))}
      <More />
    </nav>
  );
}

function Tab({ href, label, Icon }: Place) {
  return (
    <AppLink href={href} aria-current={useCurrent(href)} className={TAB}>
      <Icon aria-hidden="true" className="size-5" />
      {label}
    </AppLink>
  );
}

/** The way to all that has no place in the bar. */
function More() {
  const here = placeOf(usePathname());
  const inBar = BAR_PLACES.some((name) => PLACES[name].href === here);
  const groups = PLACE_GROUPS.map(({ label, places }) => ({
    label,
    places: places.filter((name) => !BAR_PLACES.includes(name)),
  }));
  return (
    <Menu
      triggerClass={TAB}
      current={here !== undefined && !inBar}
      trigger={
        <>
          <Ellipsis aria-hidden="true" className="size-5" />
          More
        </>
      }
    >
      {groups.map(({ label, places }) => (
        <MenuGroup key={label} label={label}>
          {places.map((name) => (
            <MorePlace key={name} {...PLACES[name]} />
          ))}
        </MenuGroup>
      ))}
      <MenuSeparator />
      <MorePlace {...PLACES.inbox} />
      <MorePlace {...PLACES.settings} />
    </Menu>
  );
}

function MorePlace({ href, label, Icon }: Place) {
  return (
    <MenuLink
      href={href}
      icon={<Icon aria-hidden="true" />}
      title={label}
      current={useCurrent(href)}
    />
  );
}
