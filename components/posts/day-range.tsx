"use client";

import Form from "next/form";
import { type ReactNode, useState } from "react";
import { Button, ButtonLink } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { CONTROL } from "@/components/ui/field";

/** Two days of the calendar as a GET form in a window. `keep` is the rest of the address. */
export function DayRange({
  action,
  keep,
  title,
  trigger,
  from,
  until,
  required = false,
  note,
  confirm,
  clear,
}: {
  action: "/posts" | "/posts/trends" | "/reports";
  /** A query string with its "?". */
  keep: string;
  title: string;
  trigger: ReactNode;
  from: string | undefined;
  until: string | undefined;
  required?: boolean;
  note?: string;
  confirm: string;
  /** The way back to all days. */
  clear?: { href: string; label: string } | undefined;
}) {
  const [open, setOpen] = useState(false);
  const [first, setFirst] = useState(from);
  return (
    <Dialog title={title} trigger={trigger} open={open} onOpenChange={setOpen}>
      <Form
        action={action}
        scroll={false}
        onSubmit={() => setOpen(false)}
        className="flex flex-col gap-4"
      >
        {[...new URLSearchParams(keep)].map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <div className="grid grid-cols-2 gap-3">
          <Day name="from" label="From" value={from} required={required} onChange={setFirst} />
          <Day name="until" label="Until, included" value={until} required={required} min={first} />
        </div>
        {note && <p className="text-xs text-muted">{note}</p>}
        <div className="flex justify-end gap-2">
          {clear && <ButtonLink href={clear.href}>{clear.label}</ButtonLink>}
          <Button type="submit" variant="primary">
            {confirm}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}

function Day({
  name,
  label,
  value,
  required,
  min,
  onChange,
}: {
  name: string;
  label: string;
  value: string | undefined;
  required: boolean;
  min?: string | undefined;
  onChange?: (day: string) => void;
}) {
  return (
    <label className="flex min-w-0 flex-col gap-1.5 font-medium">
      {label}
      <input
        type="date"
        name={name}
        defaultValue={value}
        required={required}
        min={min}
        onChange={(event) => onChange?.(event.target.value)}
        className={`${CONTROL} h-(--control-h) font-normal`}
      />
    </label>
  );
}
