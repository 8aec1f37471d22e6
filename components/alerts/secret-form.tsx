"use client";

import { type ReactNode, useState } from "react";
import { CopySecret } from "@/components/alerts/copy-secret";
import { ActionForm } from "@/components/ui/action-form";
import type { FormAction } from "@/components/ui/form-state";

export type SecretAction = (
  ...given: Parameters<FormAction>
) => Promise<{ error?: string | undefined; done?: string | undefined }>;

/** A form whose answer is a secret: it is shown in its place, and gone with the page. */
export function SecretForm({
  action,
  fields,
  className,
  children,
}: {
  action: SecretAction;
  fields?: Record<string, string> | undefined;
  className?: string | undefined;
  children: ReactNode;
}) {
  const [secret, setSecret] = useState<string>();
  const keep: FormAction = async (previous, form) => {
    const { error, done } = await action(previous, form);
    setSecret(done);
    return { error };
  };
  if (secret) return <CopySecret secret={secret} />;
  return (
    <ActionForm action={keep} fields={fields} className={className}>
      {children}
    </ActionForm>
  );
}
