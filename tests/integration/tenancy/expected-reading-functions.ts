import { type Call, serviceOnly } from "./expected-refresh-functions.ts";
import { NOBODY } from "./expected-tables.ts";
import type { Tenants } from "./tenants.ts";

const no = "refused";
const post = ({ home }: Tenants) => `'${home.workspaceId}', ${home.postIds[0]}`;

/** Functions about reading comments. */
export const EXPECTED_READING_FUNCTIONS: Record<string, Call> = {
  "comments_status(uuid, bigint)": {
    call: (all) =>
      `select count(*) as rows from public.comments_status(${post(all)}) as status where status is not null`,
    rows: [no, 0, 0, 1, 1, 1, 1],
  },
  "request_comments(uuid, bigint)": {
    call: (all) => `select public.request_comments(${post(all)})`,
    rows: [no, "PT404", "PT404", "PT403", 1, 1, 1],
  },
  "claim_comments(jsonb, integer)": {
    call: () => "select public.claim_comments('[]', 1)",
    rows: NOBODY,
  },
  ...Object.fromEntries([serviceOnly("settle_comments", "jsonb")]),
};
