import { runsText } from "@/components/campaigns/run-days";
import type { CampaignDetail } from "@/lib/campaigns/answers";
import { moment } from "@/lib/format/time";

/** When it runs, by whom it was made, when it was changed. */
export function DetailSummary({
  detail: { campaign },
  zone,
  now,
}: {
  detail: CampaignDetail;
  zone: string;
  now: Date;
}) {
  const { made_by: by } = campaign;
  const parts = [
    runsText(campaign),
    `made ${moment(campaign.created_at, zone, now)}${by ? ` by ${by}` : ""}`,
    `changed ${moment(campaign.updated_at, zone, now)}`,
    `times in ${zone}`,
  ].filter(Boolean);
  return (
    <>
      {parts.join(" · ")}
      {campaign.note && (
        <span className="block max-w-prose wrap-anywhere text-ink-2">{campaign.note}</span>
      )}
    </>
  );
}
