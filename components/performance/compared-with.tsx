import { PanelFooter } from "@/components/ui/panel";
import { PlatformMark } from "@/components/ui/platform-mark";
import { counted, exactCount } from "@/lib/format/count";
import { METRIC_DEFINITIONS } from "@/lib/platforms/metric-definitions";
import type { ReelAnswer } from "@/lib/reels/reel";

/** What a rank rests on: whose numbers they are, and who is compared with whom. */
export function ComparedWith({
  cohort,
  unmeasured,
}: {
  cohort: ReelAnswer["cohort"];
  unmeasured: number;
}) {
  const { parts, smallest, days } = cohort;
  const split = parts.some((part) =>
    parts.some((other) => other !== part && other.platform === part.platform),
  );
  return (
    <PanelFooter className="flex-col items-start! gap-y-1.5">
      <p>
        Scores and percentiles are ours, computed from measured numbers; no platform told them.
        Score = 0.45 engagement + 0.40 velocity + 0.15 views, each as a percentile. Filters narrow
        what is shown, never who is compared.
      </p>
      <p>
        Compared with each other, in {days} days, from {smallest} on:
      </p>
      <ul className="flex flex-wrap gap-x-4 gap-y-1">
        {parts.map(({ platform, definition, is_simulated, n, engagement_n }) => (
          <li key={`${definition} ${is_simulated}`} className="flex flex-wrap items-center gap-1.5">
            <PlatformMark platform={platform} withName />
            <span title={METRIC_DEFINITIONS.find(({ id }) => id === definition)?.reason}>
              <span className="font-mono">{definition}</span>
              {is_simulated && !cohort.is_sample && ", simulated"} · n = {exactCount(n)}
              {engagement_n < n && `, ${exactCount(engagement_n)} with a whole engagement rate`}
            </span>
          </li>
        ))}
      </ul>
      {split && (
        <p>
          Numbers under two definitions are never compared, such as YouTube’s views before and after
          it changed what a view is.
        </p>
      )}
      {unmeasured > 0 && (
        <p>
          {counted(unmeasured, "more reel")} of these days without views yet, so not in the cohort.
        </p>
      )}
    </PanelFooter>
  );
}
