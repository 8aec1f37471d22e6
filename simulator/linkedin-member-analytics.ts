import { type OwnerCounts, ownerCounts } from "./graph-counts.ts";
import { needScope, ownPost, type RestAsk } from "./linkedin-access.ts";
import { badParameter } from "./linkedin-refusal.ts";
import type { RestliValue } from "./linkedin-restli.ts";

const RESOURCE = "memberCreatorPostAnalytics.FINDER-entity";
/** `metricType` is a plain string from then on. */
const PLAIN_SINCE = 202605;
const TYPE_NAME = "com.linkedin.adsexternalapi.memberanalytics.v1.CreatorPostAnalyticsMetricTypeV1";

type Query = { since: number; count: (counts: OwnerCounts) => number };

const QUERIES: Record<string, Query> = {
  IMPRESSION: { since: 0, count: ({ views }) => views },
  MEMBERS_REACHED: { since: 0, count: ({ reach }) => reach },
  RESHARE: { since: 0, count: ({ shares }) => shares },
  REACTION: { since: 0, count: ({ likes }) => likes },
  COMMENT: { since: 0, count: ({ comments }) => comments },
  POST_SAVE: { since: 202603, count: ({ saves }) => saves },
  POST_SEND: { since: 202603, count: ({ reposts }) => reposts },
  LINK_CLICKS: { since: 202603, count: ({ clicks }) => clicks },
  PREMIUM_CTA_CLICKS: { since: 202603, count: () => 0 },
  FOLLOWER_GAINED_FROM_CONTENT: { since: 202603, count: ({ follows }) => follows },
  PROFILE_VIEW_FROM_CONTENT: { since: 202603, count: ({ profileVisits }) => profileVisits },
};

/** `/rest/memberCreatorPostAnalytics`: one number of one post of whoever signed in. */
export function memberAnalytics(ask: RestAsk): object {
  const { state, query, version } = ask;
  query.only("q", "entity", "queryType", "aggregation");
  if (query.text("q") !== "entity") throw badParameter("q");
  const queryType = query.text("queryType") ?? "";
  const metric = Object.hasOwn(QUERIES, queryType) ? QUERIES[queryType] : undefined;
  const retired = state.settings.retiredMetrics.includes(queryType);
  if (!metric || retired || version < metric.since) {
    throw badParameter("queryType", "INVALID_VALUE_FOR_FIELD");
  }
  // Buckets of days are not simulated.
  if ((query.text("aggregation") ?? "TOTAL") !== "TOTAL") throw badParameter("aggregation");
  const entity = readEntity(query.record("entity"));
  needScope(ask, RESOURCE, "r_member_postAnalytics");
  const counts = ownerCounts(state, ownPost(ask, entity.urn, RESOURCE));
  const count = metric.count(counts);
  const element = {
    targetEntity: { [entity.kind]: entity.urn },
    metricType: version >= PLAIN_SINCE ? queryType : { [TYPE_NAME]: queryType },
    count,
  };
  const elements = counts.views === 0 ? [] : [element];
  return { elements, paging: { start: 0, count: 10, links: [] } };
}

// `(share:urn)` or `(ugc:urn)`.
function readEntity(entity: { [field: string]: RestliValue } | undefined) {
  const [kind, urn] = Object.entries(entity ?? {})[0] ?? [];
  const expected = kind === "share" ? "urn:li:share:" : kind === "ugc" ? "urn:li:ugcPost:" : null;
  if (!kind || !expected || typeof urn !== "string" || !urn.startsWith(expected)) {
    throw badParameter("entity");
  }
  return { kind, urn };
}
