"use client";

import { CircleX } from "lucide-react";
import { type FormEvent, type ReactNode, useId, useState } from "react";
import { useForm } from "@/components/ui/form-state";

export type FieldText = {
  label: string;
  name: string;
  hint?: ReactNode | undefined;
  /** Said when the browser finds the value wrong, e.g. "Write an address like name@example.com." */
  invalid?: string | undefined;
  /** An error known from elsewhere. */
  error?: string | undefined;
  /** Beside the label, e.g. a link. */
  aside?: ReactNode | undefined;
};

/** Hears each new value. */
export type Changed = (value: string) => void;

type Checked = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** Error and wiring of one field: checked on leaving and on sending, never while typing. */
export function useField({ name, hint, invalid, error }: FieldText, changed?: Changed) {
  const { state } = useForm();
  const id = useId();
  // Remembers for which answer the field was mended, so that an old sentence goes away.
  const [mended, setMended] = useState<unknown>();
  const [found, setFound] = useState<string>();
  const answered = mended === state ? undefined : state.fieldErrors?.[name];
  const shown = found ?? answered ?? error;

  const sentence = (field: Checked) => invalid ?? field.validationMessage;
  return {
    shown,
    id,
    aria: {
      id,
      name,
      "aria-invalid": shown ? true : undefined,
      "aria-describedby": shown || hint ? `${id}-note` : undefined,
      onInvalid(event: FormEvent<Checked>) {
        event.preventDefault();
        setFound(sentence(event.currentTarget));
      },
      onBlur(event: FormEvent<Checked>) {
        const field = event.currentTarget;
        if (field.value !== "" && !field.validity.valid) setFound(sentence(field));
      },
      onChange(event: FormEvent<Checked>) {
        changed?.(event.currentTarget.value);
        setMended(state);
        if (event.currentTarget.validity.valid) setFound(undefined);
      },
    },
  };
}

/** Label above, hint or error below. */
export function FieldFrame({
  id,
  label,
  aside,
  hint,
  shown,
  children,
}: Pick<FieldText, "label" | "aside" | "hint"> & {
  id: string;
  shown: string | undefined;
  children: ReactNode;
}) {
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <div className="flex items-baseline justify-between gap-3">
        <label htmlFor={id} className="font-medium">
          {label}
        </label>
        {aside && <span className="text-xs">{aside}</span>}
      </div>
      {children}
      {shown ? (
        <p id={`${id}-note`} className="flex gap-1.5 text-xs text-bad-text">
          <CircleX aria-hidden="true" className="size-3.5" />
          {shown}
        </p>
      ) : (
        hint && (
          <p id={`${id}-note`} className="text-xs text-muted">
            {hint}
          </p>
        )
      )}
    </div>
  );
}

export const CONTROL =
  "w-full min-w-0 rounded-md border border-line-strong bg-panel px-2.5 text-ink placeholder:text-muted " +
  "[&[readonly]]:border-line [&[readonly]]:bg-sunken " +
  "aria-invalid:border-bad disabled:cursor-not-allowed disabled:border-line disabled:bg-sunken disabled:text-muted";
