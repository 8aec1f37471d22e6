"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { BareSelect, type Option } from "@/components/ui/select";

/** A filter whose options are addresses: choosing one goes there. */
export function LinkSelect({
  label,
  value,
  options,
  set,
}: {
  label: string;
  /** The address of the current choice. */
  value: string;
  options: Option[];
  set: boolean;
}) {
  const router = useRouter();
  return (
    <BareSelect
      label={label}
      value={value}
      options={options}
      set={set}
      // safe because the options are addresses of the same page
      onChange={(event) => router.push(event.target.value as Route, { scroll: false })}
    />
  );
}
