import { STATE_MEANINGS, STATE_NAMES } from "@/components/campaigns/campaign-words";
import { Badge } from "@/components/ui/badge";
import type { CampaignState } from "@/lib/campaigns/states";

const KINDS = { active: "accent", live: "ok", archived: "plain" } as const;

/** The state in a word; on focus what it means. */
export function CampaignStateBadge({ state }: { state: CampaignState }) {
  return (
    <Badge kind={KINDS[state]} tip={`${STATE_MEANINGS[state]}.`}>
      {STATE_NAMES[state]}
    </Badge>
  );
}
