"use client";

import type { ComponentProps } from "react";
import { Button } from "@/components/ui/button";
import { useForm } from "@/components/ui/form-state";

/** Sends the ActionForm around it. While that works it says `pendingLabel` and takes no second click. */
export function SubmitButton({
  pendingLabel,
  variant = "primary",
  children,
  ...rest
}: Omit<ComponentProps<typeof Button>, "type"> & { pendingLabel?: string }) {
  const { pending } = useForm();
  // aria-disabled instead of disabled keeps the focus where it is.
  return (
    <Button type="submit" variant={variant} aria-disabled={pending || undefined} {...rest}>
      {pending && pendingLabel ? pendingLabel : children}
    </Button>
  );
}
