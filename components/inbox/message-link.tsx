"use client";

import { type ReactNode, startTransition } from "react";
import { AppLink } from "@/components/ui/app-link";
import type { FormAction } from "@/components/ui/form-state";

/** Goes where a message points; whoever follows it has read it. */
export function MessageLink({
  id,
  href,
  read,
  className,
  children,
}: {
  id: string;
  href: string;
  /** Null: it is read already. */
  read: FormAction | null;
  className?: string;
  children: ReactNode;
}) {
  function onClick() {
    if (!read) return;
    const form = new FormData();
    form.set("ids", id);
    startTransition(async () => {
      await read({}, form);
    });
  }
  return (
    <AppLink href={href} onClick={onClick} className={className}>
      {children}
    </AppLink>
  );
}
