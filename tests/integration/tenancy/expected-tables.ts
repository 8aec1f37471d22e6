import type { Outcome } from "./act-as.ts";

/** Outcomes in the order of ACTORS: anon, outsider, removed, viewer, member, admin, owner. */
export type Row = [Outcome, Outcome, Outcome, Outcome, Outcome, Outcome, Outcome];

const no = "refused";
export const NOBODY: Row = [no, no, no, no, no, no, no];
/** What a workspace's members read: the outsider's workspace holds 2, the home workspace 3. */
const MEMBERS: Row = [no, 2, 0, 3, 3, 3, 3];

type Relation = {
  select: Row;
  /** By column; every other column is refused to everybody. */
  update?: Record<string, Row>;
  /** Rows deleted by `delete from … <where>`. */
  delete?: { where: string; rows: Row };
};

/**
 * What each may do to each table and view of the exposed schema, in rows over all workspaces.
 * Nobody inserts anywhere: rows are made by functions.
 */
export const EXPECTED_RELATIONS: Record<string, Relation> = {
  account_posts: { select: MEMBERS },
  accounts: { select: MEMBERS },
  alert_deliveries: { select: MEMBERS },
  alert_incidents: { select: MEMBERS },
  // One a workspace.
  alert_preferences: { select: [no, 1, 0, 1, 1, 1, 1] },
  // The owner's own.
  alert_reads: { select: [no, 2, 0, 0, 0, 0, 3] },
  // Every workspace begins with two: so does the one of each sign-up.
  alert_rules: { select: [no, 2, 2, 5, 5, 5, 3] },
  // Of admins alone: people who came and went, accounts, ingest.
  audit_log: { select: [no, 4, 0, 0, 0, 9, 9] },
  campaign_posts: { select: MEMBERS },
  campaigns: { select: MEMBERS },
  comment_reads: { select: MEMBERS },
  comment_threads: { select: MEMBERS },
  comments: { select: MEMBERS },
  // Each person's own; the owners put one away each.
  dismissed_hints: { select: [no, 1, 0, 0, 0, 0, 1] },
  engagement_totals: { select: MEMBERS },
  engagements: { select: MEMBERS },
  follower_counts: { select: MEMBERS },
  hashtags: { select: MEMBERS },
  ingest_quarantine: { select: MEMBERS },
  ingest_runs: { select: MEMBERS },
  // One a workspace.
  ingest_settings: { select: [no, 1, 0, 1, 1, 1, 1] },
  // Its columns are granted one by one, without the secret's hash: tests/integration/administration.
  invitations: { select: NOBODY },
  job_lanes: { select: MEMBERS },
  job_rejections: { select: MEMBERS },
  job_results: { select: MEMBERS },
  job_rows: { select: MEMBERS },
  jobs: { select: MEMBERS },
  // What every workspace's numbers mean and come from.
  metric_definitions: { select: [no, 11, 11, 11, 11, 11, 11] },
  metric_sources: { select: [no, 9, 9, 9, 9, 9, 9] },
  notices: { select: MEMBERS },
  people: { select: MEMBERS },
  post_ages: { select: MEMBERS },
  post_days: { select: MEMBERS },
  post_hashtags: { select: MEMBERS },
  post_latest: { select: MEMBERS },
  post_list: { select: MEMBERS },
  post_metrics: { select: MEMBERS },
  posts: { select: MEMBERS },
  // Oneself and fellow members: four people at home, the outsider and a friend next door.
  profiles: {
    select: [no, 2, 1, 4, 4, 4, 4],
    update: {
      active_workspace_id: [no, 1, 1, 1, 1, 1, 1],
      name: [no, 1, 1, 1, 1, 1, 1],
      single_keys: [no, 1, 1, 1, 1, 1, 1],
    },
  },
  raw_events: { select: MEMBERS },
  refresh_runs: { select: MEMBERS },
  refresh_units: { select: MEMBERS },
  removals: { select: MEMBERS },
  // Everybody's to look at, in no workspace.
  sample_reels: { select: [no, 640, 640, 640, 640, 640, 640] },
  // Of sample workspaces, which neither is: tests/integration/samples looks at one.
  samples: { select: [no, 0, 0, 0, 0, 0, 0] },
  schedule_external: { select: MEMBERS },
  schedules: { select: MEMBERS },
  // For admins: an address may be a secret.
  webhooks: { select: [no, 2, 0, 0, 0, 3, 3] },
  workspace_days: { select: MEMBERS },
  // The workspace of the own sign-up counts: there everybody is the owner.
  workspace_members: {
    select: [no, 2, 1, 5, 5, 5, 4],
    update: { role: [no, 2, 1, 1, 1, 4, 4] },
    // Viewer and member leave, the admin removes all below the owner.
    delete: { where: "where role <> 'owner'", rows: [no, 1, 0, 1, 1, 3, 3] },
  },
  workspace_weeks: { select: MEMBERS },
  workspaces: {
    select: [no, 1, 1, 2, 2, 2, 1],
    update: {
      name: [no, 1, 1, 1, 1, 2, 1],
      time_zone: [no, 1, 1, 1, 1, 2, 1],
      rate_basis: [no, 1, 1, 1, 1, 2, 1],
    },
  },
};
