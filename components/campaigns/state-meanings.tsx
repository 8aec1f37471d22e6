import { STATE_MEANINGS, STATE_NAMES } from "@/components/campaigns/campaign-words";
import { CAMPAIGN_STATES } from "@/lib/campaigns/states";

/** What the states of campaigns stand for, below a list that shows them. */
export function StateMeanings() {
  return (
    <dl className="flex flex-wrap gap-x-4 gap-y-1 border-t px-3.5 py-2.5 text-xs text-muted md:px-4">
      {CAMPAIGN_STATES.map((state) => (
        <div key={state} className="flex gap-1">
          <dt className="font-strong text-ink-2">{STATE_NAMES[state]}:</dt>
          <dd>{STATE_MEANINGS[state].toLowerCase()}</dd>
        </div>
      ))}
    </dl>
  );
}
