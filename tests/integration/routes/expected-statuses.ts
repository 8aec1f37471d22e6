import { EXPECTED_ADMINISTRATION_STATUSES } from "./expected-administration-statuses.ts";
import { EXPECTED_ALERT_STATUSES } from "./expected-alert-statuses.ts";
export type Expected = {
  /** anon, outsider, outsider naming the workspace, viewer, member. */
  statuses: [number, number, number, number, number];
  /** Where the owner gets something else than the member. */
  owner?: number;
  job?: "queued" | "ended";
  /** A connected account, which the member connected. */
  account?: true;
  /** A run under way. */
  run?: true;
  /** A run of ingest. */
  ingest?: "queued" | "ended";
  /** A schedule whose post was just measured. */
  schedule?: true;
  /** A campaign, or a full one: with a post. */
  campaign?: true | "full";
  /** A measured post. */
  post?: true;
  /** What a provider sent. */
  event?: true;
  /** Somebody's id. */
  person?: "viewer" | "removed";
  /** An open invitation, for a viewer. */
  invitation?: true;
  /** A rule of alerts, or a webhook. */
  alert?: "rule" | "webhook";
  body?: string | ((id: string) => string);
};

const LINKS = JSON.stringify({ text: "https://www.youtube.com/watch?v=dQw4w9WgXcQ" });

/** Reading a job of another workspace: there is no such job. */
const READ: Expected = { statuses: [401, 404, 401, 200, 200], job: "ended" };
const ACCOUNT: Expected = { statuses: [401, 404, 401, 403, 200], account: true };
const POST: Expected = { statuses: [401, 404, 401, 200, 200], post: true };
/** It asks only for the post: a stranger's workspace has none. */
const THREAD: Expected = { statuses: [401, 404, 404, 200, 200], post: true };
/** A list of the caller's own workspace. */
const LIST: Expected = { statuses: [401, 200, 401, 200, 200] };
const CAMPAIGN: Expected = { statuses: [401, 404, 401, 200, 200], campaign: "full" };
const CAMPAIGN_CHANGE: Expected = { statuses: [401, 404, 401, 403, 200], campaign: true };
/** Only the scheduler and our own workers come in, with the cron secret. */
const CRON: Expected = { statuses: [401, 401, 401, 401, 401] };

/** What every endpoint answers to each, asked about a job of the home workspace. */
export const EXPECTED_STATUSES: Record<string, Expected> = {
  ...EXPECTED_ADMINISTRATION_STATUSES,
  ...EXPECTED_ALERT_STATUSES,
  "GET /api/cron/jobs": CRON,
  "GET /api/cron/maintenance": CRON,
  "GET /api/cron/refresh": CRON,
  "GET /api/cron/reels-ingest": CRON,
  "GET /api/cron/studio/metrics-refresh": CRON,
  "POST /api/cron/studio/metrics-refresh": CRON,
  // For everybody: no more than whether it works.
  "GET /api/health": { statuses: [200, 200, 200, 200, 200] },
  "POST /api/worker": CRON,
  "GET /api/v1/jobs": { statuses: [401, 200, 401, 200, 200] },
  "GET /api/v1/system/meta": { statuses: [401, 200, 401, 200, 200] },
  "GET /api/v1/jobs/[id]": READ,
  "GET /api/v1/jobs/[id]/results": READ,
  "GET /api/v1/jobs/[id]/rejected.csv": READ,
  "GET /api/v1/jobs/[id]/export.csv": READ,
  "GET /api/v1/jobs/[id]/export.jsonl": READ,
  "GET /api/v1/jobs/[id]/export.xlsx": READ,
  "DELETE /api/v1/jobs/[id]": { statuses: [401, 404, 401, 403, 204], job: "ended" },
  "POST /api/v1/jobs/[id]/run": { statuses: [401, 404, 401, 403, 202], job: "queued" },
  "POST /api/v1/jobs/[id]/cancel": { statuses: [401, 404, 401, 403, 200], job: "queued" },
  "POST /api/v1/jobs/[id]/retry": { statuses: [401, 404, 401, 403, 202], job: "ended" },
  "POST /api/v1/jobs/[id]/rerun": { statuses: [401, 404, 401, 403, 202], job: "ended" },
  // The outsider uploads into their own workspace.
  "POST /api/v1/jobs/upload": { statuses: [401, 200, 401, 403, 200], body: LINKS },
  "POST /api/v1/jobs/preview": { statuses: [401, 200, 401, 403, 200], body: LINKS },
  "GET /api/v1/accounts": { statuses: [401, 200, 401, 200, 200] },
  "GET /api/v1/accounts/[id]": { statuses: [401, 404, 401, 200, 200], account: true },
  // The outsider connects an account of their own workspace.
  "POST /api/v1/accounts/connect": {
    statuses: [401, 200, 401, 403, 200],
    body: JSON.stringify({ connection: "youtube" }),
  },
  "GET /api/v1/accounts/[id]/followers": { statuses: [401, 404, 401, 200, 200], account: true },
  "POST /api/v1/accounts/[id]/refresh": { ...ACCOUNT, statuses: [401, 404, 401, 403, 202] },
  "POST /api/v1/accounts/[id]/enable": { ...ACCOUNT, body: JSON.stringify({ enabled: false }) },
  "POST /api/v1/accounts/[id]/disconnect": ACCOUNT,
  "GET /api/v1/runs": { statuses: [401, 200, 401, 200, 200] },
  "GET /api/v1/runs/[id]": { statuses: [401, 404, 401, 200, 200], run: true },
  "POST /api/v1/runs/[id]/cancel": { statuses: [401, 404, 401, 403, 200], run: true },
  "GET /api/v1/schedules": { statuses: [401, 200, 401, 200, 200] },
  // The outsider keeps a schedule of their own workspace.
  "POST /api/v1/schedules": {
    statuses: [401, 201, 401, 403, 201],
    body: JSON.stringify({ links: ["https://www.youtube.com/watch?v=dQw4w9WgXcQ"] }),
  },
  "GET /api/v1/schedules/[id]": { statuses: [401, 404, 401, 200, 200], schedule: true },
  "DELETE /api/v1/schedules/[id]": { statuses: [401, 404, 401, 403, 204], schedule: true },
  // A viewer gets what is known; nothing has to be measured for that.
  "POST /api/v1/insights/fetch/[id]": { statuses: [401, 404, 401, 200, 200], schedule: true },
  "GET /api/v1/insights/metrics/[id]": { statuses: [401, 404, 401, 200, 200], schedule: true },
  "GET /api/v1/insights/metrics/[id]/history": {
    statuses: [401, 404, 401, 200, 200],
    schedule: true,
  },
  // Apify alone, with what a start told it about its one run.
  "POST /api/webhooks/apify": CRON,
  "GET /api/v1/link": LIST,
  "POST /api/v1/link": {
    statuses: [401, 202, 401, 403, 202],
    body: JSON.stringify({ url: "https://www.youtube.com/watch?v=dQw4w9WgXcQ" }),
  },
  // Nothing to look for is no question.
  "GET /api/v1/search": { statuses: [401, 422, 401, 422, 422] },
  "GET /api/v1/ingest/status": LIST,
  "GET /api/v1/ingest/runs": LIST,
  "GET /api/v1/ingest/settings": LIST,
  // For admins: the outsider is one in their own workspace.
  "PUT /api/v1/ingest/settings": {
    statuses: [401, 200, 401, 403, 403],
    owner: 200,
    body: JSON.stringify({ actor: "owner/actor", input: {} }),
  },
  // One is under way already, in both workspaces.
  "POST /api/v1/ingest/run": { statuses: [401, 409, 401, 403, 409], ingest: "queued" },
  "GET /api/v1/ingest/runs/[id]": { statuses: [401, 404, 401, 200, 200], ingest: "ended" },
  "GET /api/v1/ingest/runs/[id]/quarantine": {
    statuses: [401, 404, 401, 200, 200],
    ingest: "ended",
  },
  "POST /api/v1/ingest/runs/[id]/cancel": { statuses: [401, 404, 401, 403, 202], ingest: "queued" },
  "POST /api/v1/ingest/runs/[id]/replay": { statuses: [401, 404, 401, 403, 200], ingest: "ended" },
  "GET /api/v1/posts": LIST,
  "GET /api/v1/posts/export.csv": LIST,
  "GET /api/v1/posts/export.jsonl": LIST,
  "GET /api/v1/posts/export.xlsx": LIST,
  "GET /api/v1/reels/performance": LIST,
  "GET /api/v1/reels/points": LIST,
  "GET /api/v1/reels/export.csv": LIST,
  "GET /api/v1/reels/export.jsonl": LIST,
  "GET /api/v1/reels/export.xlsx": LIST,
  "GET /api/v1/trends": LIST,
  "GET /api/v1/dashboard": LIST,
  "GET /api/v1/campaigns": LIST,
  // The outsider makes a campaign of their own workspace.
  "POST /api/v1/campaigns": {
    statuses: [401, 201, 401, 403, 201],
    body: JSON.stringify({ name: "Autumn" }),
  },
  "GET /api/v1/campaigns/[id]": CAMPAIGN,
  "PATCH /api/v1/campaigns/[id]": { ...CAMPAIGN_CHANGE, body: JSON.stringify({ name: "Winter" }) },
  "DELETE /api/v1/campaigns/[id]": { ...CAMPAIGN_CHANGE, statuses: [401, 404, 401, 403, 204] },
  "GET /api/v1/campaigns/[id]/posts": CAMPAIGN,
  "POST /api/v1/campaigns/[id]/posts": { ...CAMPAIGN_CHANGE, body: JSON.stringify({ posts: [1] }) },
  // No such post is in it.
  "PATCH /api/v1/campaigns/[id]/posts": {
    statuses: [401, 404, 401, 403, 404],
    campaign: true,
    body: JSON.stringify({ post: 999_999, price: 1 }),
  },
  "DELETE /api/v1/campaigns/[id]/posts": {
    ...CAMPAIGN_CHANGE,
    body: JSON.stringify({ posts: [1] }),
  },
  "GET /api/v1/campaigns/[id]/trend": CAMPAIGN,
  "GET /api/v1/campaigns/[id]/export.csv": CAMPAIGN,
  "GET /api/v1/campaigns/[id]/export.jsonl": CAMPAIGN,
  "GET /api/v1/campaigns/[id]/export.xlsx": CAMPAIGN,
  "GET /api/v1/reports/best-times": LIST,
  "GET /api/v1/reports/periods": LIST,
  "GET /api/v1/reports/top-posts": LIST,
  // Which table is not said.
  "GET /api/v1/reports/export.csv": { statuses: [401, 422, 401, 422, 422] },
  "GET /api/v1/reports/export.xlsx": LIST,
  "GET /api/v1/me": LIST,
  // Whoever is signed in makes a sample of their own. The home workspace is none.
  "POST /api/v1/samples": { statuses: [401, 201, 401, 201, 201], body: "{}" },
  "DELETE /api/v1/samples": { statuses: [401, 409, 401, 403, 403], owner: 409 },
  "POST /api/v1/samples/fill": {
    statuses: [401, 409, 401, 409, 409],
    body: JSON.stringify({ part: "posts" }),
  },
  "POST /api/v1/samples/refresh": { statuses: [401, 409, 401, 409, 409], body: "{}" },
  "GET /api/v1/posts/[id]": POST,
  "GET /api/v1/posts/[id]/history": POST,
  "GET /api/v1/posts/[id]/ages": POST,
  "POST /api/v1/posts/[id]/refresh": { ...POST, statuses: [401, 404, 401, 403, 202] },
  "GET /api/v1/posts/[id]/comments/status": POST,
  "POST /api/v1/posts/[id]/comments/refresh": { ...POST, statuses: [401, 404, 401, 403, 202] },
  // The outsider brings events to their own workspace.
  "POST /api/v1/engagements": { statuses: [401, 200, 401, 403, 200], body: "[]" },
  "POST /api/v1/posts/refresh": {
    statuses: [401, 404, 401, 403, 202],
    post: true,
    body: (id) => JSON.stringify({ ids: [Number(id)] }),
  },
  "GET /api/v1/comments/depth-analysis": LIST,
  "GET /api/v1/comments/viral-chains": LIST,
  "GET /api/v1/comments/depth/[id]": THREAD,
  "GET /api/v1/comments/viral/[id]": THREAD,
  "GET /api/v1/comments/tree/[id]": THREAD,
  "GET /api/v1/hashtags": LIST,
  // No post carries the hashtag of that name.
  "GET /api/v1/hashtags/[tag]": { statuses: [401, 404, 401, 404, 404], post: true },
  "GET /api/v1/hashtags/[tag]/history": { statuses: [401, 404, 401, 404, 404], post: true },
  "GET /api/v1/hashtags/trending": LIST,
  "GET /api/v1/hashtags/status": LIST,
  // Blank: nobody said which hashtag.
  "GET /api/v1/hashtags/recommendations": { statuses: [401, 400, 401, 400, 400] },
  "GET /api/v1/hashtags/recommend/[tag]": { statuses: [401, 200, 401, 200, 200], post: true },
  "POST /api/v1/hashtags/sync": { statuses: [401, 200, 401, 403, 200] },
  "GET /api/v1/reports/top-users": LIST,
  "GET /api/v1/reports/most-engaged-users": LIST,
  "GET /api/v1/reports/top-hashtags": LIST,
  "GET /api/v1/reports/fastest-growing": LIST,
  "GET /api/v1/reports/fastest-growing-hashtags": LIST,
  // For admins: to a member it does not exist.
  "GET /api/v1/raw-events/[id]": { statuses: [401, 404, 401, 404, 404], event: true },
};
