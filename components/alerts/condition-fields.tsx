"use client";

import { MetricFields, type Values } from "@/components/alerts/metric-fields";
import { Input } from "@/components/ui/input";
import type { RuleKind } from "@/lib/alerts/conditions";

type Field = {
  name: string;
  label: string;
  fallback: number;
  min: number;
  max: number;
  hint: string;
};

const FIELDS: Record<Exclude<RuleKind, "metric">, Field[]> = {
  breakout: [
    {
      name: "score",
      label: "Score from",
      fallback: 95,
      min: 50,
      max: 100,
      hint: "95 and more counts as a breakout.",
    },
    {
      name: "window_days",
      label: "Among the last days",
      fallback: 30,
      min: 1,
      max: 90,
      hint: "Ranked among what was published in them; at least 20.",
    },
  ],
  source: [
    {
      name: "runs",
      label: "Failed runs in a row",
      fallback: 3,
      min: 1,
      max: 10,
      hint: "Of one account, or of ingest. A run fails when it brings nothing.",
    },
    {
      name: "intervals",
      label: "Or intervals without news",
      fallback: 3,
      min: 2,
      max: 50,
      hint: "One interval is six hours, the time between two runs: 3 are 18 hours.",
    },
  ],
  token: [
    {
      name: "days_ahead",
      label: "Days before it ends",
      fallback: 3,
      min: 0,
      max: 30,
      hint: "0: only once it has ended, or was refused.",
    },
  ],
};

/** The fields of one kind of rule. */
export function ConditionFields({
  kind,
  values,
  onOf,
}: {
  kind: RuleKind;
  values: Values;
  onOf: (of: string) => void;
}) {
  if (kind === "metric") return <MetricFields values={values} onOf={onOf} />;
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      {FIELDS[kind].map(({ name, label, fallback, min, max, hint }) => (
        <Input
          key={name}
          name={name}
          label={label}
          type="number"
          min={min}
          max={max}
          step={name === "score" ? "any" : 1}
          required
          defaultValue={values[name] ?? fallback}
          hint={hint}
          invalid={`Write a number from ${min} to ${max}.`}
        />
      ))}
    </div>
  );
}
