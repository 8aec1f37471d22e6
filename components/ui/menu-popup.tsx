"use client";

import { Menu as Base } from "@base-ui/react/menu";
import { type ReactNode, type RefObject, useEffect, useRef } from "react";
import { cx } from "@/components/ui/cx";
import { MenuParts } from "@/components/ui/menu-parts";

/** What a Menu opens. The first item is lit, and its button has the focus again afterwards. */
export default function MenuPopup({
  button,
  open,
  onOpenChange,
  align,
  wide,
  labelledBy,
  children,
}: {
  button: RefObject<HTMLButtonElement | null>;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  align: "start" | "end";
  wide: boolean;
  labelledBy: string;
  children: ReactNode;
}) {
  const popup = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!open) return;
    // After the popup itself was given the focus.
    const frame = requestAnimationFrame(() =>
      popup.current?.querySelector<HTMLElement>("[role^=menuitem]")?.focus(),
    );
    return () => cancelAnimationFrame(frame);
  }, [open]);
  return (
    <Base.Root
      open={open}
      onOpenChange={(next, details) => {
        const { target } = details.event;
        // The button's own click closes it: closed before, it would open it again.
        if (target instanceof Node && button.current?.contains(target)) details.cancel();
        else onOpenChange(next);
      }}
    >
      <Base.Portal render={<section aria-label="Menu" />}>
        <Base.Positioner
          anchor={button}
          align={align}
          sideOffset={6}
          collisionPadding={8}
          className="z-40"
        >
          <Base.Popup
            ref={popup}
            onKeyDown={(event) => {
              if (event.key !== "Tab") return;
              event.preventDefault();
              onOpenChange(false);
            }}
            aria-labelledby={labelledBy}
            finalFocus={button}
            className={cx(
              "float-in max-h-(--available-height) overflow-y-auto rounded-lg bg-raised p-1.5 text-sm shadow-pop outline-none",
              wide ? "w-80 max-w-[calc(100vw-1rem)]" : "min-w-44 max-w-72",
            )}
          >
            <MenuParts value={Base}>{children}</MenuParts>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
