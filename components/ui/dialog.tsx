"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import type { ReactNode } from "react";
import { IconButton } from "@/components/ui/button";
import { type ButtonLook, buttonClass } from "@/components/ui/button-class";

/** A window over the page, opened by its own button. Escape and the backdrop close it. */
export function Dialog({
  trigger,
  look = {},
  title,
  open,
  onOpenChange,
  children,
}: {
  /** Left out when something else opens it. */
  trigger?: ReactNode;
  look?: ButtonLook | undefined;
  title: string;
  open?: boolean | undefined;
  onOpenChange?: ((open: boolean) => void) | undefined;
  children: ReactNode;
}) {
  const control = {
    ...(open === undefined ? {} : { open }),
    ...(onOpenChange ? { onOpenChange } : {}),
  };
  return (
    <Base.Root {...control}>
      {trigger && <Base.Trigger className={buttonClass(look)}>{trigger}</Base.Trigger>}
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-30 bg-[#0a0c0d]/50 transition-opacity duration-(--base) data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Base.Popup className="float-in fixed top-1/2 left-1/2 z-40 flex max-h-[calc(100dvh-2rem)] w-[min(28rem,calc(100vw-2rem))] -translate-x-1/2 -translate-y-1/2 flex-col gap-3 overflow-y-auto rounded-lg bg-raised p-4 shadow-pop">
          <div className="flex items-start gap-3">
            <Base.Title className="min-w-0 flex-1 text-lg wrap-anywhere">{title}</Base.Title>
            <Base.Close
              render={
                <IconButton label="Close" size="small">
                  <X aria-hidden="true" />
                </IconButton>
              }
            />
          </div>
          {children}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

/** Closes the dialog around it. */
export function DialogClose({ children }: { children: ReactNode }) {
  return <Base.Close className={buttonClass({})}>{children}</Base.Close>;
}
