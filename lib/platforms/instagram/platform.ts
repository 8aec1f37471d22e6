import type { Access, AccountPost, PlatformChoice } from "../connected.ts";
import { GRAPH_VERSION, hostsOf } from "../hosts.ts";
import { createAsker } from "../meta/asker.ts";
import { readGraphFollowers } from "../meta/followers.ts";
import type { Graph } from "../meta/graph.ts";
import { graphLimits } from "../meta/graph-limits.ts";
import { listPosts } from "../meta/list-posts.ts";
import { measurePosts } from "../meta/measure-posts.ts";
import { effectiveSettings, type PlatformSettings, type SourceOptions } from "../settings.ts";
import { listMediaComments } from "./comments.ts";
import { LIST_FIELDS, readMedia } from "./media.ts";
import { INSTAGRAM_FIELDS, INSTAGRAM_METRICS } from "./metrics.ts";
import { readMediaCounts } from "./read-media.ts";

type Kind = "instagram_page" | "instagram_user";

const LOGINS = {
  instagram_page: {
    id: "META_APP_ID",
    secret: "META_APP_SECRET",
    basic: "instagram_basic",
    comments: "instagram_manage_comments",
    // 49 insights and one list are one request.
    batchSize: 49,
    how: "batch",
  },
  instagram_user: {
    id: "INSTAGRAM_APP_ID",
    secret: "INSTAGRAM_APP_SECRET",
    basic: "instagram_business_basic",
    comments: "instagram_business_manage_comments",
    // Batches are documented for graph.facebook.com alone: here each post is a request.
    batchSize: 25,
    how: "each",
  },
} as const;

/** Posts of professional Instagram accounts, by either login. */
export function instagramPlatform(
  kind: Kind,
  unchecked: PlatformSettings,
  options: SourceOptions = {},
): PlatformChoice {
  const settings = effectiveSettings(unchecked);
  const login = LOGINS[kind];
  const appId = settings[login.id];
  if (!appId) return { kind: "unavailable", detail: `${login.id} is not configured.` };
  const appSecret = settings[login.secret];
  if (!appSecret) return { kind: "unavailable", detail: `${login.secret} is not configured.` };
  const graph = graphOf(kind, settings, appSecret, options);
  const { now = Date.now } = options;
  // Each post's insights, and its fields: from one list, or one by one.
  const callsFor = (posts: number) => 2 * posts + 1;

  return {
    kind: "ready",
    platform: {
      id: "instagram",
      kind,
      batchSize: login.batchSize,
      callsFor,
      limits: graphLimits("instagram_graph", appId, settings, callsFor(login.batchSize)),
      simulated: settings.FEATURE_FAKE_INSIGHTS,
      listPosts: (access, ask) =>
        listPosts(
          graph,
          access,
          {
            path: `${access.accountExternalId}/media`,
            fields: LIST_FIELDS,
            limit: 50,
            needs: login.basic,
            readItem: readMedia,
          },
          ask,
        ),
      readFollowers: (access) =>
        readGraphFollowers(graph, access, { source: "instagram_graph", needs: login.basic }),
      measure: (access, posts) =>
        measurePosts(
          graph,
          {
            rows: INSTAGRAM_METRICS,
            fields: fieldSource(kind, access),
            insights: ({ apiId }) => `${apiId}/insights`,
            needs: login.basic,
            read: (post, fields, answers) => readMediaCounts(post, fields, answers, now()),
          },
          access,
          posts,
          createAsker(graph, access, login.how),
        ),
      listComments: (access, post, { cursor }) =>
        listMediaComments(graph, access, post, cursor, login.comments),
    },
  };
}

function graphOf(
  kind: Kind,
  settings: PlatformSettings,
  appSecret: string,
  { limits }: SourceOptions,
): Graph {
  const { facebookGraph, instagramGraph } = hostsOf(settings);
  return kind === "instagram_page"
    ? { name: "Instagram", baseUrl: facebookGraph, appSecret, limits }
    : // The proof of the app is documented for graph.facebook.com.
      { name: "Instagram", baseUrl: `${instagramGraph}/${GRAPH_VERSION}`, appSecret: null, limits };
}

function fieldSource(kind: Kind, { accountExternalId }: Access) {
  return {
    fieldSets: [INSTAGRAM_FIELDS[kind]],
    list: { path: `${accountExternalId}/media`, limit: 50, has: () => true },
    node: ({ apiId }: AccountPost) => apiId,
    otherNode: () => null,
  };
}
