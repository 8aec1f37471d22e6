import type { ComponentProps } from "react";
import { RuleDialog } from "@/components/alerts/rule-dialog";
import { RuleRow } from "@/components/alerts/rule-row";
import { EmptyState } from "@/components/ui/empty-state";
import { ForbiddenAction } from "@/components/ui/forbidden-action";
import { Panel, PanelFooter, PanelHead } from "@/components/ui/panel";
import type { AlertRule } from "@/lib/alerts/queries";

type Shared = Omit<ComponentProps<typeof RuleRow>, "rule">;

/** Every rule of the workspace, and the way to another. */
export function RulesPanel({ rules, ...shared }: Shared & { rules: AlertRule[] }) {
  const { allowed, actions, accounts, ways } = shared;
  const look = { variant: "primary" } as const;
  return (
    <Panel>
      <PanelHead
        title="Rules"
        sub="Looked at after each run, and once an hour. Members make and change them"
        tools={
          allowed ? (
            <RuleDialog
              trigger="New rule"
              look={look}
              rule={null}
              action={actions.save}
              accounts={accounts}
              ways={ways}
            />
          ) : (
            <ForbiddenAction look={look}>New rule</ForbiddenAction>
          )
        }
      />
      {rules.length === 0 ? (
        <EmptyState>
          No rules. Nothing is told until one says what to watch: a number, a breakout, an account
          that fails, a sign-in that ends.
        </EmptyState>
      ) : (
        <ul className="border-t">
          {rules.map((rule) => (
            <RuleRow key={rule.id} rule={rule} {...shared} />
          ))}
        </ul>
      )}
      <PanelFooter>
        One message for each time a rule comes true for something, and no other until that was over
        for six hours. A missing number is unknown, not 0: nothing is told by it.
      </PanelFooter>
    </Panel>
  );
}
