"use client";

import { ChevronDown } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { cx } from "@/components/ui/cx";
import { type Changed, CONTROL, FieldFrame, type FieldText, useField } from "@/components/ui/field";

export type Option = { value: string; label: string };
type SelectProps = Omit<
  ComponentProps<"select">,
  "name" | "className" | "id" | "onInvalid" | "onBlur" | "onChange"
>;

/** The platform's own select, which every keyboard, phone and screen reader knows, with label and hint. */
export function Select({
  label,
  hint,
  invalid,
  error,
  aside,
  onValue,
  options,
  ...rest
}: FieldText & { onValue?: Changed } & SelectProps & { options: Option[] }) {
  const text = { label, name: rest.name, hint, aside, ...(invalid ? { invalid } : {}), error };
  const { aria, ...frame } = useField(text, onValue);
  return (
    <FieldFrame {...text} {...frame}>
      <Arrowed>
        <select {...rest} {...aria} className={LOOK}>
          {options.map(({ value, label: name }) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
      </Arrowed>
    </FieldFrame>
  );
}

/** A select without a visible label, for tables and filters. `set` lights it up as chosen. */
export function BareSelect({
  label,
  options,
  set = false,
  ...rest
}: Omit<ComponentProps<"select">, "className"> & {
  label: string;
  options: Option[];
  set?: boolean | undefined;
}) {
  return (
    <Arrowed>
      <select
        {...rest}
        aria-label={label}
        className={cx(
          LOOK,
          set && "border-accent-soft! bg-accent-soft! font-medium text-accent-text!",
        )}
      >
        {options.map(({ value, label: name }) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    </Arrowed>
  );
}

const LOOK = cx(CONTROL, "h-(--control-h) cursor-pointer appearance-none pr-8 text-ellipsis");

function Arrowed({ children }: { children: ReactNode }) {
  return (
    <span className="relative block min-w-0">
      {children}
      <ChevronDown
        aria-hidden="true"
        className="pointer-events-none absolute top-1/2 right-2.5 -translate-y-1/2 text-ink-2"
      />
    </span>
  );
}
