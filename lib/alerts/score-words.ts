import type { Incident, IncidentWords } from "@/lib/alerts/incident";
import { compactCount, counted, exactCount } from "@/lib/format/count";
import { BREAKOUT_SCORE, cohortNoun, factorWords } from "@/lib/reels/words";

/** A short video that reached a rule's score: a breakout from 95 on, whatever the rule asks for. */
export function scoreWords(incident: Incident): IncidentWords {
  const { subject_name: name, value, post_id } = incident;
  const score = value === null ? null : Number(value);
  return {
    title: broke(score)
      ? `Breakout: ${name}`
      : `Score of ${score?.toFixed(2) ?? "an unknown size"}: ${name}`,
    what: [thresholds(incident, score), `${comparison(incident)}.`].join(" "),
    next: "See what it does differently, and answer its comments while it runs.",
    href: post_id ? `/posts/${post_id}` : "/performance",
  };
}

function broke(score: number | null) {
  return score !== null && score >= BREAKOUT_SCORE;
}

/** What the score is held against: the rule's number, and where a breakout begins. */
function thresholds({ before }: Incident, score: number | null) {
  const breakout = `a breakout has ${BREAKOUT_SCORE} or more`;
  if (broke(score)) return `Score ${score?.toFixed(2)}; ${breakout}.`;
  const asked = before === null ? null : Number(before);
  return asked === null ? `No breakout: ${breakout}.` : `Its rule asks for ${asked}; ${breakout}.`;
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
