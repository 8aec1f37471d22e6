"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import type { ReactNode, RefObject } from "react";
import { IconButton } from "@/components/ui/button";
import { CloseButton } from "@/components/ui/dialog";

/** What a Dialog opens. */
export default function DialogWindow({
  button,
  title,
  open,
  onOpenChange,
  children,
}: {
  /** Has the focus again afterwards. */
  button: RefObject<HTMLButtonElement | null> | undefined;
  title: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  children: ReactNode;
}) {
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      <Base.Portal>
        <Base.Backdrop
          data-dims=""
          className="fixed inset-0 z-30 bg-[#0a0c0d]/50 transition-opacity duration-(--base) data-ending-style:opacity-0 data-starting-style:opacity-0"
        />
        <Base.Popup
          finalFocus={button ?? true}
          className="float-in fixed top-1/2 left-1/2 z-40 flex max-h-[calc(100dvh-2rem)] w-[min(28rem,calc(100vw-2rem))] -translate-x-1/2 -translate-y-1/2 flex-col gap-3 overflow-y-auto rounded-lg bg-raised p-4 shadow-pop"
        >
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
          <CloseButton value={Base.Close}>{children}</CloseButton>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
