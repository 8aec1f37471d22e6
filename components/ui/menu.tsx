"use client";

import { lazy, type ReactNode, Suspense, useId, useRef, useState } from "react";
import { AppLink } from "@/components/ui/app-link";
import { type ButtonLook, buttonClass } from "@/components/ui/button-class";
import { cx } from "@/components/ui/cx";
import { useMenuParts } from "@/components/ui/menu-parts";

const load = () => import("@/components/ui/menu-popup");
const MenuPopup = lazy(load);

/** A button with a menu, 6 px off, whose code comes once somebody is about to open it. `note` says once what all items share. */
export function Menu({
  trigger,
  look = {},
  triggerClass,
  label,
  note,
  align = "end",
  wide = false,
  current = false,
  children,
}: {
  trigger: ReactNode;
  look?: ButtonLook | undefined;
  /** Replaces the look of a button. */
  triggerClass?: string | undefined;
  /** Needed when the trigger is an icon alone. */
  label?: string | undefined;
  note?: ReactNode | undefined;
  align?: "start" | "end" | undefined;
  wide?: boolean | undefined;
  /** The page one is on is one of its links. */
  current?: boolean | undefined;
  children: ReactNode;
}) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const [used, setUsed] = useState(false);

  function show() {
    setUsed(true);
    setOpen(!open);
  }
  return (
    <>
      <button
        ref={button}
        id={id}
        type="button"
        aria-label={label}
        aria-current={current || undefined}
        aria-haspopup="menu"
        aria-expanded={open}
        data-popup-open={open ? "" : undefined}
        data-tip={label}
        className={triggerClass ?? buttonClass(look)}
        onPointerEnter={load}
        onFocus={load}
        onClick={show}
        onKeyDown={(event) => {
          if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
          event.preventDefault();
          show();
        }}
      >
        {trigger}
      </button>
      {used && (
        <Suspense>
          <MenuPopup
            button={button}
            open={open}
            onOpenChange={setOpen}
            align={align}
            wide={wide}
            labelledBy={id}
          >
            {note && <p className="px-2 pt-1.5 pb-2 text-xs text-muted">{note}</p>}
            {children}
          </MenuPopup>
        </Suspense>
      )}
    </>
  );
}

const ITEM =
  "grid w-full grid-cols-[1fr_auto] items-center gap-x-2.5 rounded-md px-2 py-[7px] text-left outline-none select-none " +
  "pointer-coarse:min-h-11 has-[>svg]:grid-cols-[16px_1fr_auto] data-disabled:text-muted data-highlighted:bg-hover aria-[current]:text-accent-text";

type ItemText = {
  icon?: ReactNode | undefined;
  title: ReactNode;
  end?: ReactNode | undefined;
  detail?: ReactNode;
};

/** A way to another page or, with `download`, to a file. */
export function MenuLink({
  href,
  download,
  current,
  ...text
}: ItemText & { href: string; download?: boolean; current?: "page" | "true" | undefined }) {
  const { LinkItem } = useMenuParts();
  const body = <ItemBody {...text} />;
  // A file is no page: the router must leave it to the browser.
  const file = (
    <a href={href} download>
      {body}
    </a>
  );
  const page = (
    <AppLink href={href} aria-current={current}>
      {body}
    </AppLink>
  );
  const link = download ? file : page;
  return <LinkItem render={link} closeOnClick className={ITEM} />;
}

/** Something to do. Disabled ones say in `detail` who can. */
export function MenuItem({
  onSelect,
  disabled = false,
  ...text
}: ItemText & { onSelect?: (() => void) | undefined; disabled?: boolean }) {
  const { Item } = useMenuParts();
  return (
    <Item onClick={onSelect} disabled={disabled} className={ITEM}>
      <ItemBody {...text} />
    </Item>
  );
}

/** Items that belong together, under what they have in common. */
export function MenuGroup({ label, children }: { label: string; children: ReactNode }) {
  const { Group, GroupLabel } = useMenuParts();
  return (
    <Group>
      <GroupLabel className="px-2 pt-2 pb-1 text-xs text-muted">{label}</GroupLabel>
      {children}
    </Group>
  );
}

export function MenuSeparator() {
  const { Separator } = useMenuParts();
  return <Separator className="my-1.5 border-t" />;
}

function ItemBody({ icon, title, end, detail }: ItemText) {
  return (
    <>
      {icon}
      <span className="min-w-0 truncate font-strong">{title}</span>
      {/* Wrapped: an icon here is no icon in front. */}
      <span className="flex items-center">{end}</span>
      {detail && (
        <small className={cx("text-xs text-muted", icon ? "col-span-2 col-start-2" : "col-span-2")}>
          {detail}
        </small>
      )}
    </>
  );
}
