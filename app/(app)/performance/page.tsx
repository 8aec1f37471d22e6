import type { Metadata, Route } from "next";
import { redirect } from "next/navigation";
import { CohortLine } from "@/components/performance/cohort-line";
import { CohortNotices } from "@/components/performance/cohort-notices";
import { CohortPanels } from "@/components/performance/cohort-panels";
import { NoReels } from "@/components/performance/no-reels";
import { PageActions } from "@/components/performance/page-actions";
import { ReelFilters } from "@/components/performance/reel-filters";
import {
  mergedHref,
  pinnedHref,
  reelsHref,
  windowOf,
} from "@/components/performance/reels-address";
import { ReelsPanel } from "@/components/performance/reels-panel";
import { sourcesOf } from "@/components/performance/sources";
import { Hotkeys } from "@/components/shell/hotkeys";
import { Page } from "@/components/shell/page";
import { Badge, SimulatedBadge } from "@/components/ui/badge";
import { reelPage } from "@/lib/reels/schema";
import { readSearch } from "@/lib/search";
import { requireScope } from "@/lib/supabase/server";
import { mayAs } from "@/lib/workspaces/schema";
import { readIngest, readPerformance } from "./read";

export const metadata: Metadata = { title: "Performance" };

const PAGE_REELS = 50;
const KEYS = { "/": "main input[type=search]", e: "#export-menu button" };

export default async function PerformancePage({ searchParams }: PageProps<"/performance">) {
  const scope = await requireScope();
  const search = await searchParams;
  const { page, ...query } = readSearch(reelPage, search);
  const merged = mergedHref(query, search);
  // safe because these are this page's own addresses
  if (merged) redirect(merged as Route);
  const slice = { offset: (page - 1) * PAGE_REELS, limit: PAGE_REELS };
  const [read, ingest] = await Promise.all([
    readPerformance(scope, query, slice),
    readIngest(scope),
  ]);
  const { answer, choices } = read;
  const { cohort, summary } = answer;
  const lastPage = Math.max(1, Math.ceil(summary.total / PAGE_REELS));
  if (page > lastPage) redirect(reelsHref(query, { page: lastPage }) as Route);

  const [sample, now, zone] = [cohort.is_sample, new Date(), scope.timeZone];
  const may = mayAs(scope.role, "member");
  const sources = sourcesOf(cohort);
  const context = { query, sample, smallest: cohort.smallest, first: slice.offset + 1, zone, now };
  return (
    <Page
      title="Performance"
      badge={
        sample ? (
          <Badge kind="simulated">Sample data</Badge>
        ) : (
          cohort.parts.some(({ is_simulated }) => is_simulated) && <SimulatedBadge />
        )
      }
      sub={<CohortLine cohort={cohort} sources={sources} zone={zone} />}
      actions={
        <PageActions
          refresh={{ may, ...ingest }}
          sample={sample}
          window={windowOf(query)}
          cohortHref={summary.total > 0 ? pinnedHref(query, cohort.id) : null}
        />
      }
    >
      <Hotkeys keys={KEYS} />
      <CohortNotices
        query={query}
        sample={sample}
        endsAt={cohort.ends_at}
        unknownCohort={search.cohort !== undefined && query.cohort === undefined}
        zone={zone}
      />
      <ReelFilters query={query} choices={choices} />
      {summary.total === 0 ? (
        <NoReels query={query} unmeasured={choices.unmeasured} mayAdd={may} />
      ) : (
        <>
          <CohortPanels {...read} {...context} sources={sources} />
          <ReelsPanel
            answer={answer}
            paging={{ page, pageSize: PAGE_REELS, total: summary.total }}
            unmeasured={choices.unmeasured}
            {...context}
          />
        </>
      )}
    </Page>
  );
}
