"use client";

import type { Route } from "next";
import Form from "next/form";
import { Button } from "@/components/ui/button";
import { CONTROL } from "@/components/ui/field";
import type { AuditFilter } from "@/lib/audit/schema";

/** First and last day, as a GET form. */
export function DayRange({ filter: { from, until, ...keep } }: { filter: AuditFilter }) {
  return (
    // safe because it is this page's own address
    <Form
      key={`${from} ${until}`}
      action={"/settings/audit" as Route}
      scroll={false}
      className="flex items-center gap-2"
    >
      {Object.entries(keep).map(
        ([name, kept]) => kept && <input key={name} type="hidden" name={name} value={kept} />,
      )}
      <Day name="from" label="First day" value={from} />
      <span aria-hidden="true" className="text-muted">
        –
      </span>
      <Day name="until" label="Last day" value={until} />
      <Button type="submit">Show days</Button>
    </Form>
  );
}

function Day({ name, label, value }: { name: string; label: string; value: string | undefined }) {
  return (
    <input
      type="date"
      name={name}
      aria-label={label}
      defaultValue={value}
      className={`${CONTROL} h-(--control-h) w-auto!`}
    />
  );
}
