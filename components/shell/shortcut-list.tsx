"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import { useRef } from "react";
import { useShell } from "@/components/shell/shell-context";
import { SHORTCUT_GROUPS } from "@/components/shell/shortcuts";
import { TextLink } from "@/components/ui/app-link";
import { IconButton } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";

/** Every shortcut there is, as the keys are made from it. */
export default function ShortcutList({
  open,
  onOpenChange,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}) {
  const close = useRef<HTMLButtonElement>(null);
  const singleKeys = useShell()?.singleKeys ?? true;
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-30 bg-[#0a0c0d]/50 transition-opacity duration-(--base) data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Base.Popup
          initialFocus={close}
          className="float-in fixed top-1/2 left-1/2 z-40 flex max-h-[calc(100dvh-2rem)] w-[min(44rem,calc(100vw-2rem))] -translate-x-1/2 -translate-y-1/2 flex-col overflow-y-auto rounded-lg bg-raised p-4 shadow-pop"
        >
          <div className="flex items-start gap-3">
            <div className="min-w-0 flex-1">
              <Base.Title className="text-lg">Keyboard shortcuts</Base.Title>
              <Base.Description className="text-muted">
                {singleKeys
                  ? "Single letters can be switched off in your "
                  : "Single letters are switched off: Ctrl K works, and has this list. Switch them on in your "}
                <TextLink href="/settings/profile" onClick={() => onOpenChange(false)}>
                  profile
                </TextLink>
                .
              </Base.Description>
            </div>
            <Base.Close
              ref={close}
              render={
                <IconButton label="Close" size="small">
                  <X aria-hidden="true" />
                </IconButton>
              }
            />
          </div>
          <div className="mt-3 gap-x-8 sm:columns-2">
            {SHORTCUT_GROUPS.map(({ label, shortcuts }) => (
              <section key={label} aria-label={label} className="mb-4 break-inside-avoid-column">
                <h3 className="pb-1 text-xs font-medium text-muted">{label}</h3>
                <dl>
                  {shortcuts.map(({ keys, label: what }) => (
                    <div key={what} className="flex h-7 items-center gap-3">
                      <dt className="min-w-0 flex-1 truncate">{what}</dt>
                      <dd className="flex gap-1">
                        {keys.map((key) => (
                          <Kbd key={key}>{key}</Kbd>
                        ))}
                      </dd>
                    </div>
                  ))}
                </dl>
              </section>
            ))}
          </div>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
