"use client";

import {
  type ReactNode,
  type SubmitEvent,
  startTransition,
  useActionState,
  useEffect,
  useRef,
} from "react";
import { type FormAction, FormContext, type FormState } from "@/components/ui/form-state";
import { Notice } from "@/components/ui/notice";

const NOTHING: FormState = {};

/** A form around a server action. Keeps what was typed when it fails and says the sentence that came back. */
export function ActionForm({
  action,
  fields = {},
  className,
  onDone,
  children,
}: {
  action: FormAction;
  /** Hidden values sent along. */
  fields?: Record<string, string> | undefined;
  className?: string | undefined;
  onDone?: (() => void) | undefined;
  children: ReactNode;
}) {
  const [state, submit, pending] = useActionState(action, NOTHING);
  const done = useRef(onDone);
  done.current = onDone;

  useEffect(() => {
    if (state !== NOTHING && !state.error && !state.fieldErrors) done.current?.();
  }, [state]);

  function onSubmit(event: SubmitEvent<HTMLFormElement>) {
    // Sent by hand, because React empties a form whose action it called itself, even when it failed.
    event.preventDefault();
    const form = event.currentTarget;
    if (pending) return;
    if (!form.checkValidity()) {
      form.querySelector<HTMLElement>(":is(input, select, textarea):invalid")?.focus();
      return;
    }
    const sent = new FormData(form, event.nativeEvent.submitter);
    startTransition(() => submit(sent));
  }

  return (
    <FormContext value={{ state, pending }}>
      <form
        action={submit}
        onSubmit={onSubmit}
        noValidate
        aria-busy={pending}
        className={className}
      >
        {Object.entries(fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {children}
        {state.error && (
          <Notice kind="bad" announce>
            {state.error}
          </Notice>
        )}
        {state.done && (
          <p role="status" className="text-ink-2">
            {state.done}
          </p>
        )}
      </form>
    </FormContext>
  );
}
