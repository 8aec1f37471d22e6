"use client";

import { lazy, type ReactNode, Suspense, useState } from "react";
import type { Ways } from "@/components/alerts/rule-form";
import type { ButtonLook } from "@/components/ui/button-class";
import { Dialog } from "@/components/ui/dialog";
import type { FormAction } from "@/components/ui/form-state";
import type { Option } from "@/components/ui/select";
import type { AlertRule } from "@/lib/alerts/queries";

const RuleForm = lazy(async () => ({
  default: (await import("@/components/alerts/rule-form")).RuleForm,
}));

/** Makes or changes a rule in a window over the page; its form is fetched once that opens. */
export function RuleDialog({
  trigger,
  look,
  open: openFrom,
  onOpenChange,
  rule,
  ...form
}: {
  /** Left out when something else opens it. */
  trigger?: ReactNode;
  look?: ButtonLook | undefined;
  open?: boolean | undefined;
  onOpenChange?: ((open: boolean) => void) | undefined;
  rule: AlertRule | null;
  accounts: Option[];
  ways: Ways;
  action: FormAction;
}) {
  const [own, setOwn] = useState(false);
  const setOpen = onOpenChange ?? setOwn;
  return (
    <Dialog
      trigger={trigger}
      look={look}
      title={rule ? "Change the rule" : "A new rule"}
      open={openFrom ?? own}
      onOpenChange={setOpen}
    >
      <Suspense>
        <RuleForm rule={rule} {...form} onDone={() => setOpen(false)} />
      </Suspense>
    </Dialog>
  );
}
