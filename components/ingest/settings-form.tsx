"use client";

import { useState } from "react";
import { estimate, type KnownCost } from "@/components/ingest/cost-words";
import { OwnInputFields } from "@/components/ingest/own-input-fields";
import type { SettingsValues } from "@/components/ingest/settings-values";
import { TemplateFields } from "@/components/ingest/template-fields";
import { TokenFields, type TokenState } from "@/components/ingest/token-fields";
import { ActionForm } from "@/components/ui/action-form";
import type { FormAction } from "@/components/ui/form-state";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";

const KINDS: { value: SettingsValues["kind"]; label: string }[] = [
  { value: "hashtag", label: "Reels by hashtag" },
  { value: "profile", label: "Reels by profile" },
  { value: "feed", label: "Recommended feed" },
  { value: "own", label: "An Apify actor and input of our own" },
];

/** What is brought in, how much, how often, and who pays. */
export function SettingsForm({
  action,
  values,
  maxItems,
  scheduled,
  next,
  token,
  cost,
  locked,
  zone,
  readAt,
}: {
  action: FormAction;
  values: SettingsValues;
  maxItems: number;
  scheduled: boolean;
  /** When the schedule's next slot begins, in words. */
  next: string;
  token: TokenState;
  cost: KnownCost | null;
  locked: boolean;
  zone: string;
  /** ISO 8601: so that server and browser say the same of times. */
  readAt: string;
}) {
  const [kind, setKind] = useState(values.kind);
  const [items, setItems] = useState(String(maxItems));
  return (
    <ActionForm action={action} className="flex max-w-xl flex-col gap-4">
      <Select
        label="What to bring in"
        name="kind"
        defaultValue={kind}
        onValue={(value) => setKind(KINDS.find((each) => each.value === value)?.value ?? kind)}
        disabled={locked}
        options={KINDS}
      />
      {kind === "own" ? (
        <OwnInputFields values={values} locked={locked} />
      ) : (
        <TemplateFields kind={kind} values={values} locked={locked} />
      )}
      <Input
        label="Items a run, at most"
        name="max_items"
        type="number"
        min={1}
        max={10_000}
        step={1}
        required
        defaultValue={maxItems}
        onValue={setItems}
        disabled={locked}
        invalid="Write a whole number from 1 to 10,000."
        hint={estimate(cost, Number(items), zone, new Date(readAt))}
      />
      <label className="flex items-start gap-2.5">
        <input
          type="checkbox"
          name="is_scheduled"
          defaultChecked={scheduled}
          disabled={locked}
          aria-describedby="schedule-note"
          className="mt-0.5 size-4 flex-none accent-(--accent)"
        />
        <span>
          <span className="font-medium">Run on schedule</span>
          <span id="schedule-note" className="block text-xs text-muted">
            {`Every 6 hours at 00:00, 06:00, 12:00 and 18:00 UTC; next ${next}.`}
          </span>
        </span>
      </label>
      <TokenFields token={token} locked={locked} />
      <SubmitButton variant="default" className="w-fit" disabled={locked} pendingLabel="Saving">
        Save
      </SubmitButton>
    </ActionForm>
  );
}
