import type { Incident, IncidentWords } from "@/lib/alerts/incident";
import { compactCount, counted, exactCount } from "@/lib/format/count";
import { BREAKOUT_SCORE, cohortNoun, factorWords } from "@/lib/reels/words";

/** A short video that reached a rule's score: a breakout from 95 on, whatever the rule asks for. */
export function scoreWords(incident: Incident): IncidentWords {
  const { subject_name: name, value, post_id } = incident;
  const score = Number(value).toFixed(2);
  return {
    title: isBreakout(incident) ? `Breakout: ${name}` : `Score of ${score}: ${name}`,
    what: `${thresholds(incident, score)} ${comparison(incident)}.`,
    next: "See what it does differently, and answer its comments while it runs.",
    href: post_id ? `/posts/${post_id}` : "/performance",
  };
}

/** Whether it reached what is called a breakout everywhere, and not only its rule's number. */
export function isBreakout({ kind, value }: Pick<Incident, "kind" | "value">) {
  return kind === "breakout" && Number(value) >= BREAKOUT_SCORE;
}

function thresholds(incident: Incident, score: string) {
  const breakout = `a breakout has ${BREAKOUT_SCORE} or more`;
  if (isBreakout(incident)) return `Score ${score}; ${breakout}.`;
  return `Its rule asks for ${Number(incident.before)}; ${breakout}.`;
}

function comparison({ detail, platform }: Incident) {
  const { n, views, outlier_factor, baseline, window_days } = detail;
  const alike = platform ? cohortNoun(platform) : "short videos";
  const many = n == null ? alike : `${exactCount(n)} ${alike}`;
  const days = window_days == null ? "" : ` of the last ${counted(window_days, "day")}`;
  const factor =
    platform && outlier_factor != null && baseline
      ? factorWords({ outlier_factor, baseline, platform })
      : null;
  const told = [views == null ? null : `${compactCount(views)} views`, factor].filter(Boolean);
  return [`Among ${many}${days}`, told.join(", ")].filter(Boolean).join(": ");
}
