import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import type { ButtonLook } from "@/components/ui/button-class";

export const WHO_CAN = "Viewers only read. Ask an admin of this workspace to make you a member.";

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
