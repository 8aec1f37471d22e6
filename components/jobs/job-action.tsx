import type { ReactNode } from "react";
import { ActionForm } from "@/components/ui/action-form";
import type { ButtonLook } from "@/components/ui/button-class";
import { cx } from "@/components/ui/cx";
import { ForbiddenAction } from "@/components/ui/forbidden-action";
import type { FormAction } from "@/components/ui/form-state";
import { SubmitButton } from "@/components/ui/submit-button";

/** A button that does something to a job; for viewers it is disabled and says who can. */
export function JobAction({
  action,
  fields,
  allowed,
  pending,
  look = {},
  icon,
  terse = false,
  children,
}: {
  action: FormAction;
  fields: Record<string, string>;
  allowed: boolean;
  /** What it says while it works. */
  pending: string;
  look?: ButtonLook | undefined;
  icon: ReactNode;
  /** On a phone the icon alone. */
  terse?: boolean | undefined;
  children: ReactNode;
}) {
  const label = (
    <>
      {icon}
      <span className={cx(terse && "max-md:sr-only")}>{children}</span>
    </>
  );
  if (!allowed) return <ForbiddenAction look={look}>{label}</ForbiddenAction>;
  return (
    <ActionForm
      action={action}
      fields={fields}
      className={cx("flex flex-col gap-2", !terse && "max-md:flex-1")}
    >
      <SubmitButton variant="default" {...look} pendingLabel={pending}>
        {label}
      </SubmitButton>
    </ActionForm>
  );
}
