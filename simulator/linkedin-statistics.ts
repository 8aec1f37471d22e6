import type { AccountPost } from "./accounts.ts";
import { type OwnerCounts, ownerCounts } from "./graph-counts.ts";
import { isMember, needScope, ownAccount, type RestAsk, thereIs } from "./linkedin-access.ts";
import { badParameter, denied } from "./linkedin-refusal.ts";

const RESOURCE = "organizationalEntityShareStatistics.FINDER-organizationalEntity";
/** Lifetime means a rolling year. */
const WINDOW_MS = 365 * 86_400_000;

/** `/rest/organizationalEntityShareStatistics`: of posts, or of the organization as a whole. */
export function shareStatistics(ask: RestAsk): object {
  const { state, query } = ask;
  query.only("q", "organizationalEntity", "shares", "ugcPosts", "timeIntervals", "start", "count");
  if (query.text("q") !== "organizationalEntity") throw badParameter("q");
  const urn = query.text("organizationalEntity");
  if (!/^urn:li:organization:\d+$/.test(urn ?? "")) throw badParameter("organizationalEntity");
  needScope(ask, RESOURCE, "rw_organization_admin");
  const organization = ownAccount(ask, urn, RESOURCE);
  if (isMember(organization)) throw denied(RESOURCE);

  const asked = [...named(ask, "shares", "share"), ...named(ask, "ugcPosts", "ugcPost")];
  const organizationalEntity = organization.id;
  if (asked.length === 0) {
    const sinceMs = state.world.now() - WINDOW_MS;
    const all = state.book
      .postsOf(organization, state.world.now())
      .filter((own) => own.publishedMs > sinceMs && thereIs(ask, own.id) !== null)
      .map((own) => ownerCounts(state, own));
    const total = { organizationalEntity, totalShareStatistics: statisticsOf(ask, all) };
    return { elements: [total], paging: { count: 10, start: 0, links: [] } };
  }
  const elements = asked.flatMap((each) => {
    const own = thereIs(ask, each);
    if (!own || own.account !== organization) return [];
    const counts = ownerCounts(state, own);
    // Nothing happened: not in the answer at all.
    if (counts.views === 0) return [];
    return {
      organizationalEntity,
      ...idField(own),
      totalShareStatistics: statisticsOf(ask, [counts]),
    };
  });
  return { elements, paging: { count: Math.max(10, asked.length), start: 0, links: [] } };
}

function idField({ apiId }: AccountPost) {
  return apiId.startsWith("urn:li:share:") ? { share: apiId } : { ugcPost: apiId };
}

// Each kind of id in its own parameter.
function named({ query }: RestAsk, parameter: string, kind: string) {
  const urns = query.list(parameter) ?? [];
  if (urns.some((urn) => !new RegExp(`^urn:li:${kind}:\\d+$`).test(urn))) {
    throw badParameter(parameter);
  }
  return urns;
}

function statisticsOf({ state }: RestAsk, all: OwnerCounts[]) {
  const sum = (read: (counts: OwnerCounts) => number) =>
    all.reduce((total, counts) => total + read(counts), 0);
  const counted = {
    impressionCount: sum(({ views }) => views),
    uniqueImpressionsCount: sum(({ reach }) => reach),
    clickCount: sum(({ clicks }) => clicks),
    likeCount: sum(({ likes }) => likes),
    commentCount: sum(({ comments }) => comments),
    shareCount: sum(({ shares }) => shares),
  };
  const { impressionCount, uniqueImpressionsCount: _, ...interactions } = counted;
  const engaged = Object.values(interactions).reduce((total, count) => total + count, 0);
  const engagement = impressionCount > 0 ? engaged / impressionCount : 0;
  const offered = Object.entries({ ...counted, engagement }).filter(
    ([name]) => !state.settings.retiredMetrics.includes(name),
  );
  return Object.fromEntries(offered);
}
