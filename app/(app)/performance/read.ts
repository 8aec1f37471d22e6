import { packPoints } from "@/components/performance/packed-points";
import { getIngestSettings, getIngestStatus } from "@/lib/ingest/queries";
import { log } from "@/lib/log/log";
import { type Cohort, readCohortId } from "@/lib/reels/cohort-id";
import { getReelChoices, getReelPoints, listReels } from "@/lib/reels/queries";
import type { ReelFilter } from "@/lib/reels/schema";
import type { Scope } from "@/lib/supabase/server";

const TOP = 12;
const OUTLIERS = 6;

/** A page of a cohort and, of the same moment, its highest scores, its largest factors and its dots. */
export async function readPerformance(
  scope: Scope,
  query: ReelFilter,
  slice: { offset: number; limit: number },
) {
  const [answer, choices] = await Promise.all([
    listReels(scope, query, slice),
    getReelChoices(scope, query),
  ]);
  const { cohort: standing, summary, items } = answer;
  const byScore = query.sort === "score" && query.order === "desc" && slice.offset === 0;
  if (summary.total === 0) return { answer, choices, top: [], outliers: [], scatter: null };
  // What is measured meanwhile must not come between the parts of a page.
  const same = { ...query, cohort: readCohortId(standing.id) ?? unreadable(standing.id) };
  const [top, outliers, scatter] = await Promise.all([
    byScore ? items : listFirst(scope, { ...same, sort: "score" }, TOP),
    summary.outliers === 0 ? [] : listFirst(scope, { ...same, sort: "outlier" }, OUTLIERS),
    readScatter(scope, same),
  ]);
  return { answer, choices, top, outliers: outliers.filter((reel) => reel.is_outlier), scatter };
}

async function listFirst(scope: Scope, query: ReelFilter, limit: number) {
  const { items } = await listReels(scope, { ...query, order: "desc" }, { offset: 0, limit });
  return items;
}

/** Null when it failed: the rest of the page stands without it. */
async function readScatter(scope: Scope, query: ReelFilter) {
  try {
    const { cohort: _, ...points } = await getReelPoints(scope, query);
    return packPoints(points);
  } catch (error) {
    log("error", "points of a cohort not read", { workspaceId: scope.workspaceId, error });
    return null;
  }
}

function unreadable(id: string): Cohort {
  throw new Error(`Our own cohort id cannot be read: ${id}`);
}

/** Whether a run could start in this workspace, and the one under way. */
export async function readIngest(scope: Scope) {
  const [settings, { runs }] = await Promise.all([
    getIngestSettings(scope),
    getIngestStatus(scope),
  ]);
  return {
    configured:
      settings.actor !== null && (settings.has_server_token || settings.token_hint !== null),
    activeRun: runs.find(({ finished_at }) => finished_at === null)?.id ?? null,
  };
}
