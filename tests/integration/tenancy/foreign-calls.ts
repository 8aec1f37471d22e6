import { upload } from "./expected-functions.ts";
import { foreignHashtagCalls } from "./expected-hashtag-functions.ts";
import type { seededPick } from "./foreign-requests.ts";
import { HOME_MARKER, type Tenants } from "./tenants.ts";

type Choose = ReturnType<typeof seededPick>;

const OF_A_JOB = [
  "find_job_results",
  "list_job_results",
  "export_job_results",
  "count_job_results",
  "job_progress",
  "run_job",
  "cancel_job",
  "retry_job",
  "rerun_job",
  "delete_job",
];
const OF_A_WORKSPACE = [
  "list_jobs",
  "my_scope",
  "list_accounts",
  "list_runs",
  "list_posts",
  "find_posts",
  "count_posts",
  "post_ids",
  "post_filters",
  "list_schedules",
  "reel_performance",
  "reel_points",
  "reel_choices",
  "list_ingest_runs",
  "ingest_status",
  "ingest_settings_of",
  "request_ingest",
  "take_ingest_token",
  "ingest_hash",
  "hashtag_trending",
  "hashtag_status",
  "sync_hashtags",
  "top_hashtags",
  "growing_hashtags",
  "comment_depths",
  "viral_chains",
  "top_people",
  "rebuild_ingest",
  "campaign_list",
  "campaign_choices",
];
const OF_AN_ACCOUNT = ["disconnect_account", "delete_account_history"];
const OF_AN_INGEST_RUN = [
  "ingest_run",
  "list_quarantine",
  "cancel_ingest",
  "replay_ingest",
  "hint_ingest",
];
const OF_A_RUN = ["run_progress", "cancel_refresh"];
const OF_A_POST: [string, object][] = [
  ["post_detail", {}],
  ["post_age_curve", {}],
  ["post_series", { metric: "views", only_source: "youtube_data" }],
];
const OF_A_CAMPAIGN: [string, object][] = [
  ["campaign_detail", {}],
  ["campaign_posts_page", {}],
  ["campaign_post_ids", {}],
  ["change_campaign", { fields: { name: "Mine" } }],
  ["delete_campaign", {}],
];
const OF_A_SCHEDULE = ["delete_schedule", "schedule_snapshots"];

/** A call of one of our functions about the home workspace, by somebody of the one next door. */
export function foreignCall(
  pick: Choose,
  { home, foreign }: Pick<Tenants, "home" | "foreign">,
  email: string,
): { path: string; body: unknown } {
  const workspace = home.workspaceId;
  const own = foreign.workspaceId;
  const account = pick(home.accountIds);
  const posts = [pick(home.postIds), pick(foreign.postIds)];
  const trend = { metric: "views", from_day: "2026-11-01", until_day: "2026-11-30" };
  const [name, body] = pick<[string, unknown]>([
    ...OF_A_CAMPAIGN.map(([each, more]): [string, unknown] => [
      each,
      { campaign: pick(home.campaignIds), ...more },
    ]),
    ...OF_A_JOB.map((each): [string, unknown] => [each, { job: pick(home.jobIds) }]),
    ...OF_A_WORKSPACE.map((each): [string, unknown] => [each, { workspace }]),
    ...OF_AN_ACCOUNT.map((each): [string, unknown] => [each, { account }]),
    ...OF_A_RUN.map((each): [string, unknown] => [each, { run: pick(home.runIds) }]),
    ...OF_AN_INGEST_RUN.map((each): [string, unknown] => [each, { run: pick(home.ingestRunIds) }]),
    ...OF_A_POST.map(([each, rest]): [string, unknown] => [
      each,
      { post: pick(home.postIds), ...rest },
    ]),
    ...OF_A_SCHEDULE.map((each): [string, unknown] => [each, { schedule: pick(home.scheduleIds) }]),
    ["raw_event", { event: pick(home.rawEventIds) }],
    ["enable_account", { account, enabled: false }],
    ["begin_connection", { workspace, way: "youtube", state: "state", verifier: "verifier" }],
    ["connect_accounts", { workspace, found: [] }],
    ["request_refresh", { workspace, accounts: [account] }],
    ["request_refresh", { workspace, posts: home.postIds }],
    // Asked in the own workspace, about what is another's.
    ["request_refresh", { workspace: own, accounts: [account] }],
    ["request_refresh", { workspace: own, posts: home.postIds }],
    ["export_posts", { workspace: own, ids: home.postIds }],
    ["post_gains", { workspace: pick([workspace, own]), posts, metric: "views" }],
    ["list_posts", { workspace: own, filter: { account } }],
    // In capitals: what comes back is what was asked for, unless it is the hashtag that was found.
    [
      "hashtag_recommendations",
      { workspace, target: `${HOME_MARKER.toUpperCase()}${pick(home.postIds)}` },
    ],
    ...["comment_depth", "viral_chain", "comment_tree", "comments_status", "request_comments"].map(
      (each): [string, unknown] => [
        each,
        { workspace: pick([workspace, own]), post: pick(home.postIds) },
      ],
    ),
    ["import_engagements", { workspace, events: [] }],
    [
      "import_engagements",
      {
        workspace: own,
        events: [{ kind: "like", occurred_at: "2026-11-01", post_id: pick(home.postIds) }],
      },
    ],
    ...foreignHashtagCalls(pick, { home, foreign }),
    ["metric_trend", { workspace, ...trend }],
    ["metric_trend", { workspace: own, only_account: account, ...trend }],
    ["create_schedule", { workspace, title: null, external: [] }],
    ["add_member", { workspace, member_email: email, member_role: "owner" }],
    ["create_job", { upload: { ...upload({ home }), source_filename: "x" } }],
    [
      "save_ingest_settings",
      { workspace, settings: { actor: "a~b", input: {}, max_items: 1, is_scheduled: false } },
    ],
    ["set_ingest_token", { workspace, token: null }],
    ["take_token", { workspace, account, fresh_seconds: 0 }],
    ["tokens_to_reseal", { current_key: "another" }],
    ["stop_account", { workspace, account }],
    [
      "import_samples",
      { workspace, batch: { people: [], posts: [], comments: { body: [] }, events: {} } },
    ],
    ["remove_sample", { workspace }],
    ["remove_old", {}],
  ]);
  return { path: `rpc/${name}`, body };
}
