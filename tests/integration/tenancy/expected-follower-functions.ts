import type { Call } from "./expected-refresh-functions.ts";
import type { Tenants } from "./tenants.ts";

const workspace = ({ home }: Tenants) => `'${home.workspaceId}'`;
const first = (all: Tenants) =>
  `(select account_id from public.follower_counts where workspace_id = ${workspace(all)} limit 1)`;

/** Functions behind an account's followers. */
export const EXPECTED_FOLLOWER_FUNCTIONS: Record<string, Call> = {
  "follower_history(uuid, uuid, timestamp with time zone, timestamp with time zone)": {
    call: (all) =>
      `select count(*) as rows from public.follower_history(${workspace(all)}, ${first(all)}, '-infinity', 'infinity') as told where told is not null`,
    rows: ["refused", 0, 0, 1, 1, 1, 1],
  },
  "list_followers(uuid, integer)": {
    call: (all) => `select json_array_length(public.list_followers(${workspace(all)})) as rows`,
    rows: ["refused", 0, 0, 3, 3, 3, 3],
  },
};

/** What signed-in people may run for followers. */
export const FOLLOWER_FUNCTIONS = Object.keys(EXPECTED_FOLLOWER_FUNCTIONS);
export const FOLLOWER_RETENTION_FUNCTIONS = [
  "private.erase_follower_payloads(uuid)",
  "private.forget_youtube_followers(integer)",
];
