import type { ReactNode } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import type { ButtonLook } from "@/components/ui/button-class";
import { cx } from "@/components/ui/cx";
import type { FormAction } from "@/components/ui/form-state";
import { SubmitButton } from "@/components/ui/submit-button";

const WHO_CAN = "Viewers only read. Ask an admin of this workspace to make you a member.";

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

/** The same button for someone who may not press it. It keeps the focus, so that the reason can be read. */
export function ForbiddenAction({
  look = {},
  children,
}: {
  look?: ButtonLook | undefined;
  children: ReactNode;
}) {
  return (
    <Button
      // A primary button lights up under the pointer, which would promise something.
      variant={look.variant === "primary" ? "default" : look.variant}
      size={look.size}
      aria-disabled="true"
      data-tip={WHO_CAN}
      className="max-md:flex-1"
    >
      {children}
      <span className="sr-only">. {WHO_CAN}</span>
    </Button>
  );
}
