import { Pencil, Plus } from "lucide-react";
import { CampaignDialog } from "@/components/campaigns/campaign-dialog";
import { addHref, exportHref } from "@/components/campaigns/campaigns-address";
import { DeleteCampaign } from "@/components/campaigns/delete-campaign";
import { ExportFormats, ExportLabel } from "@/components/metrics/export-formats";
import { PrintButton } from "@/components/reports/print-button";
import { ButtonLink } from "@/components/ui/button";
import { ForbiddenAction } from "@/components/ui/forbidden-action";
import type { FormAction } from "@/components/ui/form-state";
import { Menu } from "@/components/ui/menu";
import type { CampaignDetail } from "@/lib/campaigns/answers";
import type { CampaignView } from "@/lib/campaigns/schema";
import { counted } from "@/lib/format/count";

const ADD = (
  <>
    <Plus aria-hidden="true" />
    Add posts
  </>
);

/** What one does with a campaign: add, change, take it along, print, delete. */
export function DetailActions({
  detail: { campaign, totals },
  view,
  matching,
  change,
  remove,
}: {
  detail: CampaignDetail;
  view: CampaignView;
  /** Posts that the filters leave. */
  matching: number;
  /** Null for who may only read. */
  change: FormAction | null;
  remove: FormAction;
}) {
  const { id, currency } = campaign;
  const priced = totals.priced_posts;
  const locked =
    priced > 0
      ? `Stays while ${counted(priced, "price is", "prices are")} in ${currency}.`
      : undefined;
  return (
    <div className="print-hidden flex flex-wrap gap-2 max-md:w-full">
      {change ? (
        <>
          <ButtonLink variant="primary" href={addHref(id)} className="max-md:flex-1">
            {ADD}
          </ButtonLink>
          <CampaignDialog
            action={change}
            campaign={campaign}
            locked={locked}
            trigger={
              <>
                <Pencil aria-hidden="true" />
                Change
              </>
            }
          />
        </>
      ) : (
        <ForbiddenAction>{ADD}</ForbiddenAction>
      )}
      {totals.posts > 0 && (
        <>
          <div id="export-menu" className="max-md:flex-1 max-md:*:w-full">
            <Menu
              wide
              trigger={<ExportLabel />}
              note={`${counted(matching, "post")}, filtered and in the order of the table, each with its price and what it cost.`}
            >
              <ExportFormats
                hrefOf={(type) => exportHref(id, view, type)}
                csv="For spreadsheets, every digit kept"
                jsonl="One post a line, with why each gap"
              />
            </Menu>
          </div>
          <PrintButton />
        </>
      )}
      {change && <DeleteCampaign campaign={campaign} posts={totals.posts} action={remove} />}
    </div>
  );
}
