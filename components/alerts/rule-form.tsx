"use client";

import { useRef, useState } from "react";
import { ConditionFields } from "@/components/alerts/condition-fields";
import { KINDS, PLATFORMS } from "@/components/alerts/rule-choices";
import { TickBox } from "@/components/alerts/tick-box";
import { ActionForm } from "@/components/ui/action-form";
import { DialogClose } from "@/components/ui/dialog";
import type { FormAction } from "@/components/ui/form-state";
import { Input } from "@/components/ui/input";
import { type Option, Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import type { AlertRule } from "@/lib/alerts/queries";

export type Ways = { email: string; webhook: string };

/** A rule, new or changed: what it watches, where, and how it is told. */
export function RuleForm({
  rule,
  accounts,
  ways,
  action,
  onDone,
}: {
  rule: AlertRule | null;
  accounts: Option[];
  /** What becomes of the two other channels, in words. */
  ways: Ways;
  action: FormAction;
  onDone: () => void;
}) {
  const [kind, setKind] = useState(rule?.kind ?? "metric");
  const [of, setOf] = useState(String(rule?.condition.of ?? "post"));
  // A name of one's own stays when another kind is chosen.
  const [namedFor, setNamedFor] = useState(kind);
  const isOwnName = useRef(false);
  const named = KINDS.find(({ value }) => value === namedFor)?.name;
  const fields = rule ? { id: rule.id, kind: rule.kind } : {};

  function choose(value: string) {
    const chosen = KINDS.find((each) => each.value === value)?.value ?? kind;
    setKind(chosen);
    if (!isOwnName.current) setNamedFor(chosen);
  }
  return (
    <ActionForm action={action} fields={fields} onDone={onDone} className="flex flex-col gap-4">
      {!rule && (
        <Select
          label="What to watch"
          name="kind"
          defaultValue={kind}
          onValue={choose}
          options={KINDS}
        />
      )}
      <Input
        key={namedFor}
        label="Name"
        name="name"
        maxLength={80}
        required
        defaultValue={rule?.name ?? named}
        onValue={(text) => {
          isOwnName.current = text !== "";
        }}
        invalid="Give the rule a name."
      />
      <ConditionFields key={`of ${kind}`} kind={kind} values={rule?.condition ?? {}} onOf={setOf} />
      <div className="grid gap-4 sm:grid-cols-2">
        <Select
          label="Where"
          name="platform"
          defaultValue={rule?.platform ?? ""}
          options={PLATFORMS}
        />
        {!(kind === "metric" && of === "workspace") && (
          <Select
            label="Account"
            name="account_id"
            defaultValue={rule?.account_id ?? ""}
            options={[{ value: "", label: "Every account" }, ...accounts]}
          />
        )}
      </div>
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-1.5 font-medium">Besides the inbox</legend>
        <TickBox
          name="by_email"
          label="By e-mail"
          note={ways.email}
          defaultChecked={rule?.by_email ?? false}
        />
        <TickBox
          name="by_webhook"
          label="To the webhooks"
          note={ways.webhook}
          defaultChecked={rule?.by_webhook ?? false}
        />
      </fieldset>
      <div className="flex justify-end gap-2">
        <DialogClose>Cancel</DialogClose>
        <SubmitButton pendingLabel="Saving">{rule ? "Save" : "Make the rule"}</SubmitButton>
      </div>
    </ActionForm>
  );
}
