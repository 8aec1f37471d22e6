import { STATE_NAMES } from "@/components/campaigns/campaign-words";
import { runsText } from "@/components/campaigns/run-days";
import type { CampaignDetail } from "@/lib/campaigns/answers";
import { exactMoment } from "@/lib/format/time";
import { RATE_BASES } from "@/lib/workspaces/rate-basis";

/** What stands above the campaign on paper, where no page is around it. */
export function CampaignPrintHead({
  detail: { campaign, totals, rate_basis, as_of },
  workspace,
  zone,
}: {
  detail: CampaignDetail;
  workspace: string;
  zone: string;
}) {
  const facts = [
    ["Workspace", workspace],
    ["State", STATE_NAMES[campaign.state]],
    ["Runs", runsText(campaign) ?? "No days given"],
    ["Currency", campaign.currency],
    ["Rates", RATE_BASES[rate_basis].words],
    ["As of", exactMoment(as_of, zone)],
    ...(campaign.note ? [["Note", campaign.note] as const] : []),
    ...(totals.simulated_posts > 0
      ? [
          [
            "Origin",
            "Simulated: numbers of this installation’s simulator, not of the platforms",
          ] as const,
        ]
      : []),
  ] as const;
  return (
    <div data-print-head="" className="hidden border-b pb-3 print:block">
      <p className="text-xl font-semibold">{campaign.name}</p>
      <dl className="mt-1 grid grid-cols-[auto_1fr] gap-x-4 text-xs">
        {facts.map(([label, value]) => (
          <div key={label} className="contents">
            <dt className="text-muted">{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
