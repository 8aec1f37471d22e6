import type { Metadata, Route } from "next";
import { notFound, redirect } from "next/navigation";
import { readRun } from "@/app/(app)/settings/ingest/[id]/read-run";
import { cancelRunAction, replayRunAction } from "@/app/(app)/settings/ingest/actions";
import { ActiveIngest } from "@/components/ingest/active-ingest";
import { ingestRunHref } from "@/components/ingest/ingest-address";
import { IngestStateBadge } from "@/components/ingest/ingest-state-badge";
import { whyWords } from "@/components/ingest/ingest-words";
import { QuarantinePanel } from "@/components/ingest/quarantine-panel";
import { RunFacts } from "@/components/ingest/run-facts";
import { RunFigures } from "@/components/ingest/run-figures";
import { RunPostsPanel } from "@/components/ingest/run-posts-panel";
import { explainTrouble } from "@/components/ingest/run-trouble";
import { Page } from "@/components/shell/page";
import { SimulatedBadge } from "@/components/ui/badge";
import { Notice } from "@/components/ui/notice";
import { moment } from "@/lib/format/time";
import { listQuarantine } from "@/lib/ingest/queries";
import { listRunPosts } from "@/lib/ingest/run-posts";
import { ingestRunId } from "@/lib/ingest/schema";
import { pagedSearch, readSearch } from "@/lib/search";
import { requireScope } from "@/lib/supabase/server";
import { mayAs } from "@/lib/workspaces/schema";

const PAGE_ITEMS = 20;
const SHOWN_POSTS = 10;

type Props = PageProps<"/settings/ingest/[id]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const id = ingestRunId.safeParse(await params).data?.id;
  const scope = await requireScope();
  const run = id && (await readRun(scope, id));
  return { title: run ? `Run of ${moment(run.created_at, scope.timeZone)}` : "No such run" };
}

export default async function IngestRunPage({ params, searchParams }: Props) {
  const scope = await requireScope();
  const { id } = ingestRunId.safeParse(await params).data ?? notFound();
  const run = (await readRun(scope, id)) ?? notFound();
  const { page } = readSearch(pagedSearch, await searchParams);
  const [quarantine, posts] = await Promise.all([
    listQuarantine(scope, id, { limit: PAGE_ITEMS, offset: (page - 1) * PAGE_ITEMS }),
    listRunPosts(scope, run, SHOWN_POSTS),
  ]);
  const lastPage = Math.max(1, Math.ceil(quarantine.total / PAGE_ITEMS));
  // safe because it is this page's own address
  if (page > lastPage) redirect(ingestRunHref(id, { page: lastPage }) as Route);

  const { timeZone: zone, email, role } = scope;
  const context = { zone, email, now: new Date() };
  const allowed = mayAs(role, "member");
  const trouble = run.finished_at === null ? null : explainTrouble(run, zone, context.now);
  return (
    <Page
      title={`Run of ${moment(run.created_at, zone, context.now)}`}
      crumbs={[
        { label: "Settings", href: "/settings" },
        { label: "Ingest", href: "/settings/ingest" },
      ]}
      badge={
        <>
          <IngestStateBadge run={run} />
          {run.is_simulated && <SimulatedBadge />}
        </>
      }
      sub={`${whyWords(run, context)} · times in ${zone}`}
    >
      {trouble && <Notice kind="bad">{trouble.sentence}</Notice>}
      {run.finished_at === null && (
        <ActiveIngest run={run} allowed={allowed} cancel={cancelRunAction} {...context} />
      )}
      <RunFigures run={run} {...context} />
      <div className="grid items-start gap-3 md:gap-4 lg:grid-cols-[minmax(0,1.72fr)_minmax(0,1fr)]">
        <div className="flex min-w-0 flex-col gap-3 md:gap-4">
          <QuarantinePanel
            run={run}
            quarantine={quarantine}
            page={page}
            pageSize={PAGE_ITEMS}
            allowed={allowed}
            admin={mayAs(role, "admin")}
            replay={replayRunAction}
            {...context}
          />
          <RunPostsPanel run={run} posts={posts} />
        </div>
        <RunFacts run={run} {...context} />
      </div>
    </Page>
  );
}
