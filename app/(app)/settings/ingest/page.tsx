import type { Metadata, Route } from "next";
import { redirect } from "next/navigation";
import {
  cancelRunAction,
  saveSettingsAction,
  startRunAction,
} from "@/app/(app)/settings/ingest/actions";
import { ActiveIngest } from "@/components/ingest/active-ingest";
import { knownCost } from "@/components/ingest/cost-words";
import { ingestHref } from "@/components/ingest/ingest-address";
import { IngestFigures } from "@/components/ingest/ingest-figures";
import { IngestList } from "@/components/ingest/ingest-list";
import { IngestTable } from "@/components/ingest/ingest-table";
import { NoIngest } from "@/components/ingest/no-ingest";
import { SettingsPanel } from "@/components/ingest/settings-panel";
import { StartPanel } from "@/components/ingest/start-panel";
import { goesOn } from "@/components/jobs/wait-words";
import { SettingsPage } from "@/components/settings/settings-page";
import { allSimulated, SimulatedBadge } from "@/components/ui/badge";
import { Pager } from "@/components/ui/pager";
import { Panel, PanelHead } from "@/components/ui/panel";
import { getIngestSettings, getIngestStatus, listIngestRuns } from "@/lib/ingest/queries";
import { pagedSearch, readSearch } from "@/lib/search";
import { requireScope } from "@/lib/supabase/server";
import { listMembers } from "@/lib/workspaces/queries";
import { mayAs } from "@/lib/workspaces/schema";

const RUNS_A_PAGE = 20;

export const metadata: Metadata = { title: "Ingest" };

export default async function IngestPage({ searchParams }: PageProps<"/settings/ingest">) {
  const scope = await requireScope();
  const { page } = readSearch(pagedSearch, await searchParams);
  const [settings, status, members, { total, items }] = await Promise.all([
    getIngestSettings(scope),
    getIngestStatus(scope),
    listMembers(scope),
    listIngestRuns(scope, { limit: RUNS_A_PAGE, offset: (page - 1) * RUNS_A_PAGE }),
  ]);
  const lastPage = Math.max(1, Math.ceil(total / RUNS_A_PAGE));
  // safe because it is this page's own address
  if (page > lastPage) redirect(ingestHref({ page: lastPage }) as Route);
  const { timeZone: zone, email, role, userId } = scope;
  const context = { zone, email, now: new Date() };
  const allowed = mayAs(role, "member");
  const active = status.runs.find(({ finished_at }) => finished_at === null);
  const cost = knownCost(status.runs, settings.actor);
  const next = status.is_scheduled ? goesOn(status.next_slot_at, zone, context.now) : null;
  return (
    <SettingsPage
      tab="ingest"
      title="Ingest"
      badge={allSimulated(items) && <SimulatedBadge />}
      sub={`Reels that Apify finds, kept as they came and measured again ${next ? `every 6 hours · the next run starts ${next}` : "when you ask · the schedule is off"} · times in ${zone}`}
    >
      <IngestFigures status={status} {...context} />
      {active && (
        <ActiveIngest run={active} allowed={allowed} cancel={cancelRunAction} linked {...context} />
      )}
      <div className="grid items-start gap-3 md:gap-4 lg:grid-cols-[minmax(0,1.72fr)_minmax(0,1fr)]">
        <SettingsPanel
          settings={settings}
          nextSlotAt={status.next_slot_at}
          cost={cost}
          action={saveSettingsAction}
          me={{ userId, role }}
          members={members}
          {...context}
        />
        <StartPanel
          settings={settings}
          cost={cost}
          busy={active !== undefined}
          allowed={allowed}
          action={startRunAction}
        />
      </div>
      <Panel>
        <PanelHead title="Runs" sub="Newest first; each opens what came of its items" />
        {items.length === 0 ? (
          <NoIngest next={next} allowed={allowed} />
        ) : (
          <>
            <IngestTable runs={items} {...context} />
            <IngestList runs={items} {...context} />
            <Pager
              noun="Runs"
              page={page}
              pageSize={RUNS_A_PAGE}
              total={total}
              hrefOf={(each) => ingestHref({ page: each })}
            />
          </>
        )}
      </Panel>
    </SettingsPage>
  );
}
