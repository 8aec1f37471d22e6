"use client";

import { useState } from "react";
import { METRICS, OF, TESTS } from "@/components/alerts/rule-choices";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";

export type Values = Record<string, string | number>;

/** Whose number, which, and when it is worth a message. What makes no sense together is not offered. */
export function MetricFields({ values, onOf }: { values: Values; onOf: (of: string) => void }) {
  const [of, setOf] = useState(String(values.of ?? "post"));
  const [metric, setMetric] = useState(String(values.metric ?? "views"));
  const [test, setTest] = useState(String(values.test ?? "above"));
  const isPost = of === "post";
  const isShare = test === "rises" || test === "falls";
  const metrics = isPost ? METRICS.filter(({ value }) => value !== "followers") : METRICS;
  const tests = isPost ? TESTS.filter(({ value }) => /above|rises/.test(value)) : TESTS;

  function chooseOf(value: string) {
    setOf(value);
    onOf(value);
    if (value !== "post") return;
    if (metric === "followers") setMetric("views");
    if (test === "below") setTest("above");
    if (test === "falls") setTest("rises");
  }
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <Select label="Of" name="of" defaultValue={of} onValue={chooseOf} options={OF} />
        <Select
          key={`metric ${isPost}`}
          label="Number"
          name="metric"
          defaultValue={metric}
          onValue={setMetric}
          options={metrics}
        />
        <Select
          key={`test ${isPost}`}
          label="When it"
          name="test"
          defaultValue={test}
          onValue={setTest}
          options={tests}
        />
        <Input
          label={isShare ? "Per cent" : "Value"}
          name="value"
          type="number"
          inputMode="numeric"
          min={1}
          max={test === "falls" ? 100 : test === "rises" ? 100_000 : 9e15}
          step={isShare ? "any" : 1}
          required
          defaultValue={values.value ?? (isShare ? 50 : 100_000)}
          invalid={isShare ? "Write per cent from 1." : "Write a whole number from 1."}
        />
        <Input
          label={isPost && !isShare ? "Within days of publishing" : "Days"}
          name="window_days"
          type="number"
          min={1}
          max={90}
          step={1}
          required
          defaultValue={values.window_days ?? 7}
          invalid="Write a number of days from 1 to 90."
        />
        {test === "rises" && (
          <Input
            label="And gains at least"
            name="least"
            type="number"
            min={0}
            step={1}
            defaultValue={values.least ?? 1000}
            invalid="Write a whole number, or leave it empty."
          />
        )}
      </div>
      <p className="-mt-1 text-xs text-muted">{noteOf(isPost, isShare, metric)}</p>
    </>
  );
}

function noteOf(isPost: boolean, isShare: boolean, metric: string) {
  if (isShare && metric === "followers") return "Against as many days ago.";
  if (isShare) {
    return isPost
      ? "What it gained in these days against the days before, from one source."
      : "Whole days against as many before. Where days are missing, nothing is said.";
  }
  if (isPost) return "The total of a post. What it has by now counts as known, and is not told.";
  if (metric === "followers") return "What each account told last. One that told none is not 0.";
  return "What its posts gained in these days.";
}
