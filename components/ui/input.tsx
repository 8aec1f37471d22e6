"use client";

import type { ComponentProps } from "react";
import { cx } from "@/components/ui/cx";
import { type Changed, CONTROL, FieldFrame, type FieldText, useField } from "@/components/ui/field";

/** A line of text with its label, hint and error. */
export function Input({
  label,
  hint,
  invalid,
  error,
  aside,
  onValue,
  ...rest
}: FieldText & { onValue?: Changed } & InputProps) {
  const text = { label, name: rest.name, hint, aside, ...(invalid ? { invalid } : {}), error };
  const { aria, ...frame } = useField(text, onValue);
  return (
    <FieldFrame {...text} {...frame}>
      <input {...rest} {...aria} className={cx(CONTROL, "h-(--control-h)")} />
    </FieldFrame>
  );
}

/** Several lines of text. `mono` for links and other data. */
export function Textarea({
  label,
  hint,
  invalid,
  error,
  aside,
  onValue,
  mono = false,
  ...rest
}: FieldText & { onValue?: Changed } & TextareaProps & { mono?: boolean }) {
  const text = { label, name: rest.name, hint, aside, ...(invalid ? { invalid } : {}), error };
  const { aria, ...frame } = useField(text, onValue);
  return (
    <FieldFrame {...text} {...frame}>
      <textarea rows={5} {...rest} {...aria} className={cx(CONTROL, "py-2", mono && "font-mono")} />
    </FieldFrame>
  );
}

type Own = "name" | "className" | "id" | "onInvalid" | "onBlur" | "onChange";
type InputProps = Omit<ComponentProps<"input">, Own>;
type TextareaProps = Omit<ComponentProps<"textarea">, Own>;
