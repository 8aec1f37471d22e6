import type { Access, AccountPost, ApiResult, PlatformChoice, PostPage } from "../connected.ts";
import { hostsOf } from "../hosts.ts";
import { createAsker } from "../meta/asker.ts";
import { readGraphFollowers } from "../meta/followers.ts";
import type { Graph } from "../meta/graph.ts";
import { graphLimits } from "../meta/graph-limits.ts";
import { listPosts } from "../meta/list-posts.ts";
import { measurePosts } from "../meta/measure-posts.ts";
import { effectiveSettings, type PlatformSettings, type SourceOptions } from "../settings.ts";
import { listPostComments } from "./comments.ts";
import { FACEBOOK_FIELDS, FACEBOOK_METRICS, REEL_FIELDS } from "./metrics.ts";
import { POST_FIELDS, REEL_LIST_FIELDS, readPagePost, readReel } from "./page-post.ts";
import { readPostCounts } from "./read-post.ts";

const BATCH_SIZE = 33;
const NEEDS = "pages_read_engagement";
const REELS = "reels:";

/** Posts and reels of Facebook Pages. */
export function facebookPlatform(
  unchecked: PlatformSettings,
  options: SourceOptions = {},
): PlatformChoice {
  const settings = effectiveSettings(unchecked);
  const { META_APP_ID: appId, META_APP_SECRET: appSecret } = settings;
  if (!appId) return { kind: "unavailable", detail: "META_APP_ID is not configured." };
  if (!appSecret) return { kind: "unavailable", detail: "META_APP_SECRET is not configured." };
  const { now = Date.now, limits } = options;
  const graph: Graph = {
    name: "Facebook",
    baseUrl: hostsOf(settings).facebookGraph,
    appSecret,
    limits,
  };
  // A video: its fields, its insights, and its plays asked apart.
  const callsFor = (posts: number) => 3 * posts + 1;

  return {
    kind: "ready",
    platform: {
      id: "facebook",
      kind: "facebook_page",
      batchSize: BATCH_SIZE,
      callsFor,
      limits: graphLimits("facebook_graph", appId, settings, callsFor(BATCH_SIZE)),
      simulated: settings.FEATURE_FAKE_INSIGHTS,
      listPosts: (access, ask) => listPagePosts(graph, access, ask),
      readFollowers: (access) =>
        readGraphFollowers(graph, access, { source: "facebook_graph", needs: NEEDS }),
      measure: (access, posts) =>
        measurePosts(
          graph,
          {
            rows: FACEBOOK_METRICS,
            fields: fieldSource(access),
            insights: (post) => `${nodeOf(access, post)}/insights`,
            needs: NEEDS,
            read: (post, fields, answers) => readPostCounts(post, fields, answers, now()),
          },
          access,
          posts,
          createAsker(graph, access, "batch"),
        ),
      listComments: (access, post, { cursor }) => listPostComments(graph, access, post, cursor),
    },
  };
}

/** First the posts, then the reels, which are not among them. */
async function listPagePosts(
  graph: Graph,
  access: Access,
  { since, cursor }: { since: string; cursor: string | null },
): Promise<ApiResult<PostPage>> {
  const page = access.accountExternalId;
  if (cursor?.startsWith(REELS)) {
    const edge = {
      path: `${page}/video_reels`,
      fields: REEL_LIST_FIELDS,
      limit: 100,
      needs: NEEDS,
      readItem: readReel,
    };
    const after = cursor.slice(REELS.length) || null;
    const result = await listPosts(graph, access, edge, { since, cursor: after });
    if (result.kind !== "done" || result.value.cursor === null) return result;
    return { ...result, value: { ...result.value, cursor: `${REELS}${result.value.cursor}` } };
  }
  const edge = {
    path: `${page}/published_posts`,
    fields: POST_FIELDS,
    limit: 100,
    needs: NEEDS,
    readItem: readPagePost,
  };
  const result = await listPosts(graph, access, edge, { since, cursor });
  if (result.kind !== "done") return result;
  return { ...result, value: { ...result.value, cursor: result.value.cursor ?? REELS } };
}

function fieldSource(access: Access) {
  return {
    fieldSets: FACEBOOK_FIELDS,
    list: {
      path: `${access.accountExternalId}/published_posts`,
      limit: 100,
      has: (post: AccountPost) => !isReel(post),
    },
    node: (post: AccountPost) => nodeOf(access, post),
    otherNode: (post: AccountPost) =>
      isReel(post) ? `${post.apiId}?${new URLSearchParams({ fields: REEL_FIELDS })}` : null,
  };
}

// A reel is listed by its video id; its post is the Page's id in front of it.
function isReel({ apiId }: AccountPost) {
  return !apiId.includes("_");
}

function nodeOf({ accountExternalId }: Access, post: AccountPost) {
  return isReel(post) ? `${accountExternalId}_${post.apiId}` : post.apiId;
}
