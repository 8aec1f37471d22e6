import { anyCondition, type Condition } from "@/lib/alerts/conditions";
import type { Incident, IncidentWords } from "@/lib/alerts/incident";
import { scoreWords } from "@/lib/alerts/score-words";
import { compactCount, counted, exactCount } from "@/lib/format/count";
import { percent } from "@/lib/format/rate";
import { calendarDay } from "@/lib/format/time";
import { PLATFORM_NAMES } from "@/lib/platforms/platform";

/** An incident in sentences: for the inbox, e-mails and webhooks alike. */
export function incidentWords(incident: Incident, zone: string): IncidentWords {
  if (incident.is_test) return testWords(incident);
  const read = anyCondition.safeParse({
    kind: incident.kind,
    condition: incident.detail.condition,
  });
  if (incident.kind === "webhook") return webhookWords(incident);
  if (incident.kind === "token") return tokenWords(incident, zone);
  if (incident.kind === "source") return sourceWords(incident);
  if (incident.kind === "breakout") return scoreWords(incident);
  return metricWords(incident, read.success ? read.data : null);
}

/** An incident as the API tells of it: its facts, and the same sentences as everywhere. */
export function toldIncident<I extends Incident>(incident: I, zone: string) {
  const { title, what, next, href } = incidentWords(incident, zone);
  return { ...incident, title, what, next_step: next, path: href };
}

function testWords({ rule_name }: Incident): IncidentWords {
  return {
    title: `A test of "${rule_name}"`,
    what: "Somebody tested it. Nothing happened, and no number stands behind this.",
    next: "Nothing is to be done: messages of this rule arrive.",
    href: "/settings/alerts",
  };
}

function webhookWords({ subject_name, value, detail }: Incident): IncidentWords {
  return {
    title: `The webhook to ${subject_name} was switched off`,
    what: `${counted(value ?? "0", "attempt")} in a row failed. ${lastOne(detail.problem_detail)}`,
    next: "Mend what answers there, then switch it on again.",
    href: "/settings/alerts#webhooks",
  };
}

function tokenWords(incident: Incident, zone: string): IncidentWords {
  const { detail } = incident;
  const who = withPlatform(incident);
  const href = accountHref(incident);
  if (detail.problem) {
    return {
      title: `${who} is disconnected`,
      what: detail.problem_detail
        ? `The platform says: ${sentence(detail.problem_detail)} Nothing comes from there until it is reconnected.`
        : "Its sign-in is not valid any more. Nothing comes from there until it is reconnected.",
      next: "Reconnect the account.",
      href,
    };
  }
  const by = detail.reconnect_by ? calendarDay(detail.reconnect_by, zone) : "soon";
  return {
    title: `${who} has to be reconnected by ${by}`,
    what: "Its sign-in ends then, and cannot be renewed without somebody.",
    next: "Reconnect the account before that, and no number is missed.",
    href,
  };
}

function sourceWords(incident: Incident): IncidentWords {
  const { detail, account_id, subject_name } = incident;
  const who = account_id ? withPlatform(incident) : subject_name;
  const last = lastOne(detail.problem_detail);
  const href = account_id ? accountHref(incident) : "/settings/ingest";
  if (detail.why === "failing") {
    return {
      title: `${who} fails`,
      what: `${counted(detail.runs ?? 1, "run")} in a row brought nothing. ${last}`.trim(),
      next: account_id
        ? "Runs go on by themselves. Look at the account's last run for what to mend."
        : "Look at the last run for what to mend.",
      href,
    };
  }
  const since = detail.hours == null ? "anything yet" : `anything for ${spanOf(detail.hours)}`;
  return {
    title: `${who} is behind`,
    what: `It has not brought ${since}. ${last}`.trim(),
    next: "See on the page of runs whether runs start at all.",
    href: account_id ? href : "/settings/ingest",
  };
}

function metricWords(incident: Incident, rule: Condition | null): IncidentWords {
  const { value, before, post_id, account_id } = incident;
  const href = post_id
    ? `/posts/${post_id}`
    : account_id
      ? `/posts/trends?account=${account_id}`
      : "/posts/trends";
  const who = post_id
    ? incident.subject_name
    : account_id
      ? withPlatform(incident)
      : wholeName(incident);
  if (rule?.kind !== "metric" || value === null) {
    return { title: `${who} meets "${incident.rule_name}"`, what: "", next: "Look at it.", href };
  }
  const { metric, test, window_days, of } = rule.condition;
  const count = compactCount(wholeOf(value));
  const than = before === null ? "" : compactCount(wholeOf(before));
  const asked = before === null ? "" : exactCount(wholeOf(before));
  const span = `in ${counted(window_days, "day")}`;
  const isTotal = of === "post" || metric === "followers";
  const next =
    metric === "followers" ? "See which posts came before it." : "See what it comes from.";
  if (test === "above" || test === "below") {
    const verb = test === "above" ? "reached" : "fell below";
    return {
      title: `${who} ${verb} ${asked} ${metric}${isTotal ? "" : ` ${span}`}`,
      what: isTotal
        ? `${count} ${metric}${of === "post" ? `, within ${counted(window_days, "day")} of publishing` : ""}.`
        : `${count} ${metric} gained ${span}${test === "below" ? ", days that were measured throughout" : ""}.`,
      next,
      href,
    };
  }
  const ratio = Number(before) > 0 ? Math.abs(Number(value) / Number(before) - 1) : null;
  return {
    title: `${who}: ${metric} ${test === "rises" ? "up" : "down"} ${ratio === null ? "" : percent(ratio, 1)}`,
    what: `${count} ${isTotal && metric === "followers" ? "now" : `gained ${span}`}, ${than} in the period before.`,
    next,
    href,
  };
}

function accountHref({ account_id }: Incident) {
  return account_id ? `/accounts#account-${account_id}` : "/accounts";
}

function withPlatform({ platform, subject_name }: Incident) {
  return platform ? `${PLATFORM_NAMES[platform]} ${subject_name}` : subject_name;
}

function wholeName({ platform }: Incident) {
  return platform ? PLATFORM_NAMES[platform] : "The workspace";
}

function lastOne(detail: string | null | undefined) {
  return detail ? `The last one: ${sentence(detail)}` : "";
}

function sentence(text: string) {
  return /[.!?]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`;
}

function spanOf(hours: number) {
  return hours < 48 ? counted(hours, "hour") : counted(Math.floor(hours / 24), "day");
}

/** Sums are whole numbers; a score is never given here. */
function wholeOf(value: string) {
  return value.split(".")[0] ?? "0";
}
