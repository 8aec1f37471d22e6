import type { Call } from "./expected-refresh-functions.ts";
import type { Row } from "./expected-tables.ts";
import { HOME_MARKER, type Tenants } from "./tenants.ts";

const no = "refused";
const workspace = ({ home }: Tenants) => `'${home.workspaceId}'`;
const ofPost = ({ home }: Tenants) => `'${home.workspaceId}', ${home.postIds[0]}`;
const MOMENTS = "timestamp with time zone, timestamp with time zone";

const MEMBERS_CHANGE: Row = [no, "PT404", "PT404", "PT403", 1, 1, 1];
const MEMBERS_READ: Row = [no, 0, 0, 3, 3, 3, 3];

/** A number in the answer about the home workspace; strangers are told of an empty one. */
const told = (call: (all: Tenants) => string, field: string, rows = MEMBERS_READ): Call => ({
  call: (all) => `select (public.${call(all)} ->> '${field}')::int as rows`,
  rows,
});
/** An answer about a post of the home workspace: for strangers there is no such post. */
const aboutPost = (name: string): Call => ({
  call: (all) => `select public.${name}(${ofPost(all)})`,
  rows: [no, "PT404", "PT404", 1, 1, 1, 1],
});
const changing = (call: (all: Tenants) => string): Call => ({
  call: (all) => `select public.${call(all)}`,
  rows: MEMBERS_CHANGE,
});

/** Functions about hashtags, comments, and people who write and engage. */
export const EXPECTED_CONVERSATION_FUNCTIONS: Record<string, Call> = {
  "comment_depth(uuid, bigint)": aboutPost("comment_depth"),
  [`comment_depths(uuid, platform, ${MOMENTS})`]: told(
    (all) => `comment_depths(${workspace(all)})`,
    "total_comments",
  ),
  "comment_tree(uuid, bigint, integer, integer)": aboutPost("comment_tree"),
  // Their posts are too few to grow, and their comments to be a chain.
  "growing_hashtags(uuid, integer, integer, platform, boolean)": told(
    (all) => `growing_hashtags(${workspace(all)})`,
    "total_count",
    [no, 0, 0, 0, 0, 0, 0],
  ),
  [`viral_chains(uuid, integer, bigint, platform, ${MOMENTS}, integer, integer)`]: told(
    (all) => `viral_chains(${workspace(all)}, 2, 0)`,
    "total_count",
    [no, 0, 0, 0, 0, 0, 0],
  ),
  [`hashtag_recommendations(uuid, text, double precision, integer, platform, ${MOMENTS})`]: told(
    (all) => `hashtag_recommendations(${workspace(all)}, '${HOME_MARKER}${all.home.postIds[0]}')`,
    "posts",
    [no, 0, 0, 1, 1, 1, 1],
  ),
  "hashtag_status(uuid)": told((all) => `hashtag_status(${workspace(all)})`, "total_hashtags"),
  "hashtag_trending(uuid, integer, integer, platform)": told(
    (all) => `hashtag_trending(${workspace(all)})`,
    "total_count",
  ),
  "import_engagements(uuid, jsonb, text)": changing(
    (all) => `import_engagements(${workspace(all)}, '[]')`,
  ),
  "sync_hashtags(uuid, integer)": changing((all) => `sync_hashtags(${workspace(all)})`),
  [`top_hashtags(uuid, integer, platform, ${MOMENTS})`]: told(
    (all) => `top_hashtags(${workspace(all)})`,
    "total_count",
  ),
  [`top_people(uuid, integer, text, platform, ${MOMENTS})`]: told(
    (all) => `top_people(${workspace(all)})`,
    "total_count",
  ),
  "viral_chain(uuid, bigint)": aboutPost("viral_chain"),
};
