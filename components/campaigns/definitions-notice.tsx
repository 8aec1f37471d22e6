import { DefinitionsPanel } from "@/components/reports/definitions-panel";
import { Notice } from "@/components/ui/notice";
import type { CampaignDetail } from "@/lib/campaigns/answers";

/** Says that sums of this campaign add up what is counted in different ways. */
export function DefinitionsNotice({ detail: { totals } }: { detail: CampaignDetail }) {
  if (totals.definitions < 2) return null;
  return (
    <Notice>
      {`The sums of this campaign add up numbers of ${totals.definitions} definitions: each source counts a view in its own way. The platforms apart, and what each source counts, stand below.`}
    </Notice>
  );
}

/** What the numbers mean, by how many posts. */
export function CampaignDefinitions({ detail: { definitions } }: { detail: CampaignDetail }) {
  return <DefinitionsPanel definitions={definitions} />;
}
