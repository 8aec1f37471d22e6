import type { Metadata, Route } from "next";
import { redirect } from "next/navigation";
import { cancelRunAction } from "@/app/(app)/settings/runs/actions";
import { KeepFresh } from "@/components/jobs/keep-fresh";
import { goesOn } from "@/components/jobs/wait-words";
import { NoRuns } from "@/components/runs/no-runs";
import { RemovedPanel } from "@/components/runs/removed-panel";
import { RunFilters } from "@/components/runs/run-filters";
import { RunList } from "@/components/runs/run-list";
import { RunTable } from "@/components/runs/run-table";
import { RunningRun } from "@/components/runs/running-run";
import { runsHref } from "@/components/runs/runs-address";
import { SettingsPage } from "@/components/settings/settings-page";
import { allSimulated, SimulatedBadge } from "@/components/ui/badge";
import { Pager } from "@/components/ui/pager";
import { Panel } from "@/components/ui/panel";
import { listAccounts } from "@/lib/accounts/queries";
import { env } from "@/lib/env";
import { listRemovals } from "@/lib/maintenance/queries";
import { getRun, listRuns, RUNS_A_PAGE } from "@/lib/refresh/queries";
import { runFilter } from "@/lib/refresh/schema";
import { readSearch } from "@/lib/search";
import { requireScope } from "@/lib/supabase/server";
import { mayAs } from "@/lib/workspaces/schema";

export const metadata: Metadata = { title: "Runs" };

export default async function RunsPage({ searchParams }: PageProps<"/settings/runs">) {
  const scope = await requireScope();
  const filter = readSearch(runFilter, await searchParams);
  const [{ total, items }, accounts, removals] = await Promise.all([
    listRuns(scope, filter),
    listAccounts(scope),
    listRemovals(scope),
  ]);
  const lastPage = Math.max(1, Math.ceil(total / RUNS_A_PAGE));
  if (filter.page > lastPage) {
    // safe because it is this page's own address
    redirect(runsHref({ ...filter, page: lastPage }) as Route);
  }
  const running = await Promise.all(
    items
      .filter(({ status }) => status === "running")
      .map(async (run) => ({ run, waitsUntil: (await getRun(scope, run.id)).waits_until })),
  );

  const { timeZone: zone, email, role } = scope;
  const context = { zone, email, now: new Date() };
  const nextAt = accounts.find(({ status }) => status === "connected")?.next_refresh_at ?? null;
  const next = nextAt && goesOn(nextAt, zone, context.now);
  return (
    <SettingsPage
      tab="runs"
      title="Runs"
      badge={allSimulated(items) && <SimulatedBadge />}
      sub={`Every measuring of this workspace's posts, newest first${next ? ` · the next starts ${next}` : ""} · times in ${zone}`}
    >
      {running.length > 0 && <KeepFresh />}
      {running.map((each) => (
        <RunningRun
          key={each.run.id}
          {...each}
          {...context}
          allowed={mayAs(role, "member")}
          cancel={cancelRunAction}
        />
      ))}
      <Panel>
        {(total > 0 || filter.trigger) && <RunFilters trigger={filter.trigger} />}
        {items.length === 0 ? (
          <NoRuns
            narrowed={filter.trigger !== undefined}
            connected={nextAt !== null}
            mayConnect={mayAs(role, "member")}
            next={next}
          />
        ) : (
          <>
            <RunTable runs={items} {...context} />
            <RunList runs={items} {...context} />
            <Pager
              noun="Runs"
              page={filter.page}
              pageSize={RUNS_A_PAGE}
              total={total}
              hrefOf={(page) => runsHref({ ...filter, page })}
            />
          </>
        )}
      </Panel>
      <RemovedPanel
        removals={removals}
        rawEventDays={env().RAW_EVENT_DAYS}
        zone={zone}
        now={context.now}
      />
    </SettingsPage>
  );
}
