"use client";

import { type ReactNode, useState } from "react";
import { ActionForm } from "@/components/ui/action-form";
import type { ButtonLook } from "@/components/ui/button-class";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { CONTROL } from "@/components/ui/field";
import type { FormAction } from "@/components/ui/form-state";
import { SubmitButton } from "@/components/ui/submit-button";

/** Asks before a server action runs. With `typed`, that name must be written first; it is sent as `confirmation`. */
export function ConfirmDialog({
  trigger,
  look = { variant: "danger" },
  open: openFrom,
  onOpenChange,
  title,
  action,
  fields = {},
  confirm,
  typed,
  children,
}: {
  /** Left out when something else opens it. */
  trigger?: ReactNode;
  look?: ButtonLook | undefined;
  open?: boolean | undefined;
  onOpenChange?: ((open: boolean) => void) | undefined;
  title: string;
  action: FormAction;
  fields?: Record<string, string> | undefined;
  /** What the button that does it says. */
  confirm: string;
  typed?: string | undefined;
  /** The consequences, in a sentence or two. */
  children: ReactNode;
}) {
  const [own, setOwn] = useState(false);
  const [written, setWritten] = useState("");
  const setOpen = onOpenChange ?? setOwn;
  const ready = typed === undefined || written === typed;

  return (
    <Dialog
      trigger={trigger}
      look={look}
      title={title}
      open={openFrom ?? own}
      onOpenChange={(next) => {
        setOpen(next);
        setWritten("");
      }}
    >
      <ActionForm
        action={action}
        fields={fields}
        onDone={() => setOpen(false)}
        className="flex flex-col gap-4"
      >
        <div className="text-md text-ink-2">{children}</div>
        {typed !== undefined && (
          <label className="flex flex-col gap-1.5">
            <span>
              Type <b className="font-strong wrap-anywhere">{typed}</b> to go on
            </span>
            <input
              name="confirmation"
              value={written}
              onChange={(event) => setWritten(event.target.value)}
              autoComplete="off"
              className={`${CONTROL} h-(--control-h)`}
            />
          </label>
        )}
        <div className="flex justify-end gap-2">
          <DialogClose>Cancel</DialogClose>
          <SubmitButton variant="danger" disabled={!ready}>
            {confirm}
          </SubmitButton>
        </div>
      </ActionForm>
    </Dialog>
  );
}
