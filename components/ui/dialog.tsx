"use client";

import type { Dialog as Base } from "@base-ui/react/dialog";
import { createContext, lazy, type ReactNode, Suspense, use, useRef, useState } from "react";
import { type ButtonLook, buttonClass } from "@/components/ui/button-class";

const load = () => import("@/components/ui/dialog-window");
const DialogWindow = lazy(load);

/** Handed down by the open window, so that a closed one needs none of its code. */
export const CloseButton = createContext<typeof Base.Close | null>(null);

/** A window over the page, opened by its own button. Escape and the backdrop close it. */
export function Dialog({
  trigger,
  look = {},
  title,
  open: openFrom,
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
  const button = useRef<HTMLButtonElement>(null);
  const [own, setOwn] = useState(false);
  const [used, setUsed] = useState(false);
  const open = openFrom ?? own;
  if (open && !used) setUsed(true);

  function change(next: boolean) {
    setOwn(next);
    onOpenChange?.(next);
  }
  return (
    <>
      {trigger && (
        <button
          ref={button}
          type="button"
          aria-haspopup="dialog"
          aria-expanded={open}
          className={buttonClass(look)}
          onPointerEnter={load}
          onFocus={load}
          onClick={() => change(true)}
        >
          {trigger}
        </button>
      )}
      {used && (
        <Suspense>
          <DialogWindow
            button={trigger ? button : undefined}
            title={title}
            open={open}
            onOpenChange={change}
          >
            {children}
          </DialogWindow>
        </Suspense>
      )}
    </>
  );
}

/** Closes the dialog around it. */
export function DialogClose({ children }: { children: ReactNode }) {
  const Close = use(CloseButton);
  return Close && <Close className={buttonClass({})}>{children}</Close>;
}
