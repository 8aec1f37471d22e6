import type { Call } from "./expected-refresh-functions.ts";
import type { Row } from "./expected-tables.ts";
import type { Tenants } from "./tenants.ts";

const no = "refused";
const MOMENTS = "timestamp with time zone, timestamp with time zone";
const workspace = ({ home }: Tenants) => `'${home.workspaceId}'`;
const tag = ({ home }: Tenants) => `homesecret${home.postIds[0]}`;
const LIST = `list_hashtags(uuid, text, platform, ${MOMENTS}, integer, integer)`;
const BARS = `hashtag_bars(uuid, text[], ${MOMENTS}, integer, platform)`;
const DETAIL = `hashtag_detail(uuid, text, platform, ${MOMENTS})`;
const HISTORY = `hashtag_history(uuid, text, text, platform, ${MOMENTS})`;
const RELATED = `hashtag_related(uuid, text, integer, platform, ${MOMENTS})`;

/** One answer about a hashtag of the home workspace: for strangers no post carries it. */
const about = (name: string): Call => ({
  call: (all) => `select public.${name}(${workspace(all)}, '${tag(all)}')`,
  rows: [no, "PT404", "PT404", 1, 1, 1, 1],
});
const counted = (rows: Row, count: (all: Tenants) => string): Call => ({
  call: (all) => `select ${count(all)} as rows`,
  rows,
});

/** Functions behind the pages of hashtags. */
export const EXPECTED_HASHTAG_FUNCTIONS: Record<string, Call> = {
  [LIST]: counted(
    [no, 0, 0, 3, 3, 3, 3],
    (all) => `(public.list_hashtags(${workspace(all)}) ->> 'total_count')::int`,
  ),
  [BARS]: counted(
    [no, 0, 0, 1, 1, 1, 1],
    (all) =>
      `(select count(*) from json_object_keys(public.hashtag_bars(${workspace(all)}, array['${tag(all)}'], now() - interval '1 day', now()) -> 'counts'))`,
  ),
  [DETAIL]: about("hashtag_detail"),
  [HISTORY]: about("hashtag_history"),
  [RELATED]: about("hashtag_related"),
  "post_tags(bigint)": counted(
    [no, 0, 0, 1, 1, 1, 1],
    ({ home }) => `json_array_length(public.post_tags(${home.postIds[0]}))`,
  ),
};

/** What signed-in people may execute of them. */
export const HASHTAG_FUNCTIONS = [
  ...Object.keys(EXPECTED_HASHTAG_FUNCTIONS),
  "private.find_hashtag(uuid, text)",
];

/** Calls about the home workspace, from elsewhere. */
export function foreignHashtagCalls(
  pick: <T>(from: T[]) => T,
  { home, foreign }: Pick<Tenants, "home" | "foreign">,
): [string, unknown][] {
  // In capitals: an answer that repeats what was asked for shows nothing that was found.
  const target = `HOMESECRET${pick(home.postIds)}`;
  const asked = { workspace: pick([home.workspaceId, foreign.workspaceId]), target };
  return [
    ["list_hashtags", { workspace: home.workspaceId }],
    [
      "hashtag_bars",
      { workspace: asked.workspace, tags: [target], since: "2026-11-01", until: "2027-11-01" },
    ],
    ["hashtag_detail", asked],
    ["hashtag_history", asked],
    ["hashtag_related", asked],
    ["post_tags", { post: pick(home.postIds) }],
    ["list_posts", { workspace: foreign.workspaceId, filter: { hashtag: target } }],
  ];
}
