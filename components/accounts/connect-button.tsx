"use client";

import { type ReactNode, startTransition, useActionState, useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import type { ButtonLook } from "@/components/ui/button-class";
import { cx } from "@/components/ui/cx";
import type { FormAction, FormState } from "@/components/ui/form-state";
import type { Connection } from "@/lib/platforms/connected";

const NOTHING: FormState = {};

/** Leads to a platform's consent page. `action` answers with its address. */
export function ConnectButton({
  action,
  connection,
  name,
  look = {},
  className,
  children,
}: {
  action: FormAction;
  connection: Connection;
  /** What the button is for, when it says no more than "Connect". */
  name: string;
  look?: ButtonLook | undefined;
  className?: string | undefined;
  children: ReactNode;
}) {
  const [state, begin, pending] = useActionState(action, NOTHING);
  const [leaving, setLeaving] = useState(false);

  useEffect(() => {
    if (state === NOTHING || !state.done) return;
    setLeaving(true);
    // Not a form: the page's policy lets no form go to another site.
    window.location.assign(state.done);
  }, [state]);

  useEffect(() => {
    // Back from the platform by the browser's own way, the page is as it was left.
    const onShow = (event: PageTransitionEvent) => event.persisted && setLeaving(false);
    window.addEventListener("pageshow", onShow);
    return () => window.removeEventListener("pageshow", onShow);
  }, []);

  const busy = pending || leaving;
  function onClick() {
    if (busy) return;
    const form = new FormData();
    form.set("connection", connection);
    startTransition(() => begin(form));
  }

  return (
    <span className={cx("inline-flex flex-col items-end gap-1", className)}>
      <Button {...look} onClick={onClick} aria-disabled={busy || undefined}>
        {busy ? "Opening" : children}
        <span className="sr-only"> {name}</span>
      </Button>
      {state.error && (
        <span role="alert" className="max-w-48 text-right text-xs wrap-anywhere text-bad-text">
          {state.error}
        </span>
      )}
    </span>
  );
}
