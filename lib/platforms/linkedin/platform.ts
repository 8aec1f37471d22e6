import type { ApiResult, Platform, PlatformChoice, PostPage } from "../connected.ts";
import { hostsOf } from "../hosts.ts";
import { missingSetting } from "../oauth/missing-setting.ts";
import {
  credentialName,
  type PlatformSettings,
  SIMULATED_CALLS_PER_SECOND,
  type SourceOptions,
} from "../settings.ts";
import type { LinkedinApi } from "./call.ts";
import { listComments } from "./comments.ts";
import { noMemberFollowers, readOrganizationFollowers } from "./followers.ts";
import { listOrganizationPosts } from "./list-posts.ts";
import { MEMBER_METRICS, measureMember } from "./member-analytics.ts";
import { measureOrganization } from "./organization-statistics.ts";

const APP_CALLS_PER_SECOND = 20;
const ACCOUNT_CALLS_PER_SECOND = 5;
/** LinkedIn's own limit on statistics is not documented; more than this is refused by some. */
const ORGANIZATION_BATCH = 20;
/** The page length of statistics, beyond which more may have to be asked for. */
const STATISTICS_PAGE = 10;
const MEMBER_BATCH = 5;

/** LinkedIn's Community Management API, for a Page or for a member's own posts. */
export function linkedinPlatform(
  kind: "linkedin_organization" | "linkedin_member",
  settings: PlatformSettings,
  { now = Date.now, limits }: SourceOptions = {},
): PlatformChoice {
  const detail = missingSetting(settings, ["LINKEDIN_CLIENT_ID", "LINKEDIN_CLIENT_SECRET"]);
  if (detail) return { kind: "unavailable", detail };
  const api: LinkedinApi = {
    baseUrl: hostsOf(settings).linkedin,
    version: settings.LINKEDIN_VERSION,
    now,
    limits,
  };
  const shared = {
    id: "linkedin" as const,
    kind,
    simulated: settings.FEATURE_FAKE_INSIGHTS,
    listComments: (...[access, post, { cursor }]: Parameters<Platform["listComments"]>) =>
      listComments(api, access, post, cursor),
  };
  if (kind === "linkedin_organization") {
    const callsFor = (posts: number) => Math.ceil(posts / STATISTICS_PAGE) + 1;
    return ready({
      ...shared,
      batchSize: ORGANIZATION_BATCH,
      callsFor,
      limits: limitsOf(settings, callsFor(ORGANIZATION_BATCH)),
      listPosts: (access, ask) => listOrganizationPosts(api, access, ask),
      readFollowers: (access) => readOrganizationFollowers(api, access),
      measure: (access, posts) => measureOrganization(api, access, posts),
    });
  }
  const callsFor = (posts: number) => posts * MEMBER_METRICS.length;
  return ready({
    ...shared,
    batchSize: MEMBER_BATCH,
    callsFor,
    limits: limitsOf(settings, callsFor(MEMBER_BATCH)),
    // r_member_social, which lists a member's posts, is closed: only posts whose link we have are measured.
    listPosts: async () => NO_LIST,
    readFollowers: noMemberFollowers,
    measure: (access, posts) => measureMember(api, access, posts),
  });
}

const NO_LIST: ApiResult<PostPage> = {
  kind: "done",
  value: { posts: [], cursor: null },
  calls: 0,
  usage: null,
  rejected: [],
};

// LinkedIn shows an app's daily limits only to its owner: a spent one is known by its refusal.
function limitsOf(settings: PlatformSettings, batchCalls: number): Platform["limits"] {
  const simulated = settings.FEATURE_FAKE_INSIGHTS;
  const perSecond = (calls: number) => {
    const callsPerSecond = simulated ? SIMULATED_CALLS_PER_SECOND : calls;
    // A batch must fit.
    return { callsPerSecond, burst: Math.max(callsPerSecond, batchCalls) };
  };
  const daily = { dailyQuota: null, quotaZone: "UTC" };
  return {
    app: {
      provider: "linkedin",
      credential: credentialName(settings.LINKEDIN_CLIENT_ID ?? "", settings),
      ...perSecond(APP_CALLS_PER_SECOND),
      ...daily,
    },
    account: { provider: "linkedin_account", ...perSecond(ACCOUNT_CALLS_PER_SECOND), ...daily },
  };
}

function ready(platform: Platform): PlatformChoice {
  return { kind: "ready", platform };
}
