"use client";

import { Ellipsis, Pencil, Power, Send, Trash2 } from "lucide-react";
import { startTransition, useActionState, useState } from "react";
import { RuleDialog } from "@/components/alerts/rule-dialog";
import type { Ways } from "@/components/alerts/rule-form";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import type { FormAction, FormState } from "@/components/ui/form-state";
import { Menu, MenuItem, MenuSeparator } from "@/components/ui/menu";
import { Notice } from "@/components/ui/notice";
import type { Option } from "@/components/ui/select";
import type { AlertRule } from "@/lib/alerts/queries";

export type RuleActions = Record<"save" | "toggle" | "test" | "remove", FormAction>;
const NOTHING: FormState = {};

/** All that can be done with a rule, and what came of it. */
export function RuleMenu({
  rule,
  actions,
  ...form
}: {
  rule: AlertRule;
  actions: RuleActions;
  accounts: Option[];
  ways: Ways;
}) {
  const { id, name, is_on } = rule;
  const [shown, setShown] = useState<"change" | "delete" | null>(null);
  const [tested, test, testing] = useActionState(actions.test, NOTHING);
  const [toggled, toggle, toggling] = useActionState(actions.toggle, NOTHING);
  const show = (window: typeof shown) => (open: boolean) => setShown(open ? window : null);
  const error = tested.error ?? toggled.error;
  const said = testing ? "Sending a test" : toggling ? "Saving" : tested.done;

  return (
    <>
      <Menu
        label={`What to do with "${name}"`}
        look={{ variant: "quiet", size: "small", square: true }}
        trigger={<Ellipsis aria-hidden="true" />}
      >
        <MenuItem
          icon={<Send aria-hidden="true" />}
          title="Test"
          detail="Sends a message marked as a test"
          disabled={testing}
          onSelect={() => startTransition(() => test(sent({ id })))}
        />
        <MenuItem
          icon={<Pencil aria-hidden="true" />}
          title="Change"
          onSelect={() => setShown("change")}
        />
        <MenuItem
          icon={<Power aria-hidden="true" />}
          title={is_on ? "Switch off" : "Switch on"}
          detail={is_on ? "Stays here, and tells nothing" : undefined}
          disabled={toggling}
          onSelect={() => startTransition(() => toggle(sent({ id, is_on: String(!is_on) })))}
        />
        <MenuSeparator />
        <MenuItem
          icon={<Trash2 aria-hidden="true" />}
          title="Delete"
          onSelect={() => setShown("delete")}
        />
      </Menu>
      <RuleDialog
        rule={rule}
        action={actions.save}
        open={shown === "change"}
        onOpenChange={show("change")}
        {...form}
      />
      <ConfirmDialog
        open={shown === "delete"}
        onOpenChange={show("delete")}
        title={`Delete "${name}"`}
        action={actions.remove}
        fields={{ id }}
        confirm="Delete the rule"
      >
        Nothing is told by it any more. Its messages stay in the inbox.
      </ConfirmDialog>
      <div
        role="status"
        className="order-last w-full pl-7 text-xs wrap-anywhere text-ink-2 empty:hidden"
      >
        {said}
      </div>
      {error && (
        <div className="order-last w-full">
          <Notice kind="bad" announce>
            {error}
          </Notice>
        </div>
      )}
    </>
  );
}

function sent(fields: Record<string, string>) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}
