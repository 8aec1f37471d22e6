import { anyCondition } from "@/lib/alerts/conditions";
import type { AlertRule } from "@/lib/alerts/queries";
import { counted, exactCount } from "@/lib/format/count";
import { PLATFORM_NAMES } from "@/lib/platforms/platform";

type Told = Pick<AlertRule, "kind" | "condition" | "platform" | "account_name">;

/** What a rule waits for, as a sentence without its end. */
export function ruleWords({ kind, condition, platform, account_name }: Told): string {
  const where = account_name ?? (platform && PLATFORM_NAMES[platform]);
  const read = anyCondition.safeParse({ kind, condition });
  if (!read.success) return "Its condition cannot be read";
  const only = where ? ` of ${where}` : "";
  const rule = read.data;
  switch (rule.kind) {
    case "token":
      return `The sign-in of an account${only} has ended${untilWords(rule.condition.days_ahead)}`;
    case "source": {
      const { runs, intervals } = rule.condition;
      const who = where ?? "an account or ingest";
      return `${counted(runs, "run")} of ${who} in a row fail, or nothing new comes for ${intervals * 6} hours`;
    }
    case "breakout":
      return `A short video${only} of the last ${counted(rule.condition.window_days, "day")} scores ${rule.condition.score} or more`;
    case "metric":
      return metricWords(rule.condition, where);
  }
}

function untilWords(days: number) {
  return days === 0 ? "" : `, or ends within ${counted(days, "day")}`;
}

type Metric = Extract<ReturnType<typeof anyCondition.parse>, { kind: "metric" }>["condition"];

function metricWords(
  { of, metric, test, value, window_days, least }: Metric,
  where: string | null,
) {
  const days = counted(window_days, "day");
  const only = where ? ` of ${where}` : "";
  if (of === "post" && test === "above") {
    return `A post${only} reaches ${exactCount(value)} ${metric} within ${days} of publishing`;
  }
  const who =
    of === "post"
      ? `A post${only}`
      : of === "account"
        ? (where ?? "An account")
        : (where ?? "The workspace");
  const gained = metric === "followers" ? metric : `${metric} gained in ${days}`;
  if (test === "above" || test === "below") {
    return `${who}: ${gained} ${test === "above" ? "reach" : "fall below"} ${exactCount(value)}`;
  }
  const floor = least ? `, by at least ${exactCount(least)}` : "";
  const span = metric === "followers" ? ` in ${days}` : ` against the ${days} before`;
  return `${who}: ${gained} ${test === "rises" ? "rise" : "fall"} by ${value} %${span}${floor}`;
}

/** "Inbox, e-mail and webhooks". */
export function channelWords({ by_email, by_webhook }: Pick<AlertRule, "by_email" | "by_webhook">) {
  const also = [by_email && "e-mail", by_webhook && "webhooks"].filter(Boolean);
  return also.length === 0 ? "Inbox" : `Inbox, ${also.join(" and ")}`;
}
