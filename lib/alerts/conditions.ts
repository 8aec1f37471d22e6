import { z } from "zod";

export const RULE_KINDS = ["metric", "breakout", "source", "token"] as const;
export type RuleKind = (typeof RULE_KINDS)[number];
/** A rule's, or a webhook that was switched off. */
export const INCIDENT_KINDS = [...RULE_KINDS, "webhook"] as const;
export type IncidentKind = (typeof INCIDENT_KINDS)[number];

export const ALERT_OF = ["post", "account", "workspace"] as const;
export const ALERT_METRICS = ["views", "engagement", "followers"] as const;
export const ALERT_TESTS = ["above", "below", "rises", "falls"] as const;

const LARGEST = 9e15;

function whole(low: number, high: number) {
  const range = `expected a whole number, ${low} to ${high}`;
  return z.coerce.number(range).int(range).min(low, range).max(high, range);
}
const days = whole(1, 90);

const metric = z
  .strictObject({
    of: z.enum(ALERT_OF),
    metric: z.enum(ALERT_METRICS),
    test: z.enum(ALERT_TESTS),
    /** A count for above and below, per cent for rises and falls. */
    value: z.coerce.number("expected a number").min(1, "expected 1 or more").max(LARGEST),
    window_days: days,
    /** Rises: only when at least so many were gained. */
    least: whole(0, LARGEST).optional(),
  })
  .superRefine(({ of, metric: what, test, value }, context) => {
    const refuse = (field: string, message: string) =>
      context.addIssue({ code: "custom", path: [field], message });
    if (of === "post" && what === "followers") {
      refuse("metric", "a post has no followers: choose an account or the workspace");
    }
    if (of === "post" && (test === "below" || test === "falls")) {
      refuse("test", "of a post, expected above or rises");
    }
    if ((test === "above" || test === "below") && !Number.isInteger(value)) {
      refuse("value", "expected a whole number");
    }
    if (test === "rises" && value > 100_000) refuse("value", "expected at most 100000 %");
    if (test === "falls" && value > 100) refuse("value", "nothing falls by more than 100 %");
  });

/** What a rule watches for, by kind. `private.alert_condition_problem` says the same in the database. */
export const CONDITIONS = {
  metric,
  breakout: z.strictObject({
    score: z.coerce.number("expected a number").min(50).max(100),
    window_days: days,
  }),
  source: z.strictObject({ runs: whole(1, 10), intervals: whole(2, 50) }),
  token: z.strictObject({ days_ahead: whole(0, 30) }),
};

export type Condition =
  | { kind: "metric"; condition: z.output<typeof CONDITIONS.metric> }
  | { kind: "breakout"; condition: z.output<typeof CONDITIONS.breakout> }
  | { kind: "source"; condition: z.output<typeof CONDITIONS.source> }
  | { kind: "token"; condition: z.output<typeof CONDITIONS.token> };

export const anyCondition = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("metric"), condition: CONDITIONS.metric }),
  z.object({ kind: z.literal("breakout"), condition: CONDITIONS.breakout }),
  z.object({ kind: z.literal("source"), condition: CONDITIONS.source }),
  z.object({ kind: z.literal("token"), condition: CONDITIONS.token }),
]);
