import type { Call } from "./expected-refresh-functions.ts";
import type { Row } from "./expected-tables.ts";
import type { Tenants } from "./tenants.ts";

const no = "refused";
const ONE: Row = [no, 0, 0, 1, 1, 1, 1];
const MEMBERS_CHANGE: Row = [no, "PT404", "PT404", "PT403", 1, 1, 1];

const campaign = ({ home }: Tenants) => `'${home.campaignIds[0]}'`;
const workspace = ({ home }: Tenants) => `'${home.workspaceId}'`;
const posts = ({ home }: Tenants) => `array[${home.postIds}]::bigint[]`;
const changes = (call: (all: Tenants) => string): Call => ({
  call: (all) => `select public.${call(all)}`,
  rows: MEMBERS_CHANGE,
});
/** One answer about the first campaign, null for strangers. */
const tells = (call: (all: Tenants) => string): Call => ({
  call: (all) => `select count(*) as rows from public.${call(all)} as told where told is not null`,
  rows: ONE,
});

/** Functions behind the campaigns. */
export const EXPECTED_CAMPAIGN_FUNCTIONS: Record<string, Call> = {
  "add_campaign_job(uuid, uuid)": {
    // None of the job's rows has succeeded.
    ...changes((all) => `add_campaign_job(${campaign(all)}, '${all.home.jobIds[1]}')`),
    rows: [no, "PT404", "PT404", "PT403", "PT409", "PT409", "PT409"],
  },
  "add_campaign_links(uuid, jsonb)": changes((all) => `add_campaign_links(${campaign(all)}, '[]')`),
  "add_campaign_posts(uuid, bigint[])": changes(
    (all) => `add_campaign_posts(${campaign(all)}, ${posts(all)})`,
  ),
  "campaign_choices(uuid, bigint)": {
    call: (all) => `select json_array_length(public.campaign_choices(${workspace(all)})) as rows`,
    rows: [no, 0, 0, 3, 3, 3, 3],
  },
  "campaign_detail(uuid)": tells((all) => `campaign_detail(${campaign(all)})`),
  "campaign_list(uuid, jsonb, text, boolean, integer, integer)": tells(
    (all) => `campaign_list(${workspace(all)})`,
  ),
  "campaign_post_ids(uuid, jsonb, text, boolean, integer, integer)": {
    call: (all) => `select cardinality(public.campaign_post_ids(${campaign(all)})) as rows`,
    rows: ONE,
  },
  "campaign_posts_page(uuid, jsonb, text, boolean, integer, integer)": tells(
    (all) => `campaign_posts_page(${campaign(all)})`,
  ),
  "campaign_trend(uuid, date, date)": tells(
    (all) => `campaign_trend(${campaign(all)}, current_date - 6, current_date)`,
  ),
  "change_campaign(uuid, jsonb)": changes(
    (all) => `change_campaign(${campaign(all)}, '{"name": "Other"}')`,
  ),
  "create_campaign(uuid, jsonb)": changes(
    (all) => `create_campaign(${workspace(all)}, '{"name": "New"}')`,
  ),
  "delete_campaign(uuid, text)": {
    ...changes((all) => `delete_campaign(${campaign(all)}, 'homesecret')`),
  },
  "export_campaign_posts(uuid, bigint[])": {
    call: (all) =>
      `select json_array_length(public.export_campaign_posts(${campaign(all)}, ${posts(all)})::json) as rows`,
    rows: ONE,
  },
  "remove_campaign_posts(uuid, bigint[])": changes(
    (all) => `remove_campaign_posts(${campaign(all)}, ${posts(all)}) as rows`,
  ),
  "set_campaign_price(uuid, bigint, text)": changes(
    (all) => `set_campaign_price(${campaign(all)}, ${all.home.postIds[0]}, '7')`,
  ),
};

/** What signed-in people may run for campaigns. */
export const CAMPAIGN_FUNCTIONS = [
  ...Object.keys(EXPECTED_CAMPAIGN_FUNCTIONS),
  // Not exposed: what the functions above call.
  "private.add_campaign_job(uuid, uuid)",
  "private.add_campaign_links(uuid, jsonb)",
  "private.add_campaign_posts(uuid, bigint[])",
  "private.campaign_facts(uuid, uuid[], bigint[])",
  "private.campaign_figures(uuid, uuid[])",
  "private.change_campaign(uuid, jsonb)",
  "private.create_campaign(uuid, jsonb)",
  "private.delete_campaign(uuid, text)",
  "private.described_campaign(campaigns)",
  "private.engagement_of(bigint, bigint, bigint, bigint)",
  "private.no_figures()",
  "private.remove_campaign_posts(uuid, bigint[])",
  "private.set_campaign_price(uuid, bigint, text)",
];
export const CAMPAIGN_TABLES = ["campaign_posts", "campaigns"];
