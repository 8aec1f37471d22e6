"use client";

import Form from "next/form";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { CONTROL } from "@/components/ui/field";
import type { Comparison, Days } from "@/lib/dashboard/range";

/** Two days of the calendar, in a window that the menu of periods opens. */
export function OwnDays({
  open,
  onOpen,
  compare,
  from,
  until,
}: Days & { open: boolean; onOpen: (open: boolean) => void; compare: Comparison }) {
  const [first, setFirst] = useState(from);
  return (
    <Dialog title="Days to show" open={open} onOpenChange={onOpen}>
      <Form
        action="/"
        scroll={false}
        onSubmit={() => onOpen(false)}
        className="flex flex-col gap-4"
      >
        {compare !== "previous" && <input type="hidden" name="compare" value={compare} />}
        <div className="grid grid-cols-2 gap-3">
          <Day name="from" label="From" value={from} onDay={setFirst} />
          <Day name="until" label="Until, included" value={until} least={first} />
        </div>
        <p className="text-xs text-muted">
          At most 366 days, from midnight to midnight in the workspace’s time zone.
        </p>
        <div className="flex justify-end gap-2">
          <DialogClose>Cancel</DialogClose>
          <Button type="submit" variant="primary">
            Show these days
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
  least,
  onDay,
}: {
  name: "from" | "until";
  label: string;
  value: string;
  least?: string;
  onDay?: (day: string) => void;
}) {
  return (
    <label className="flex min-w-0 flex-col gap-1.5 font-medium">
      {label}
      <input
        type="date"
        name={name}
        defaultValue={value}
        required
        min={least}
        onChange={(event) => onDay?.(event.target.value)}
        className={`${CONTROL} h-(--control-h) font-normal`}
      />
    </label>
  );
}
