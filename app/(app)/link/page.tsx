import type { Metadata, Route } from "next";
import { redirect } from "next/navigation";
import { AddToCampaign } from "@/app/(app)/campaigns/add-to-campaign";
import { measureAgainAction, removeLinkAction } from "@/app/(app)/link/actions";
import { ClearLinks } from "@/app/(app)/link/clear-links";
import { KeepFresh } from "@/components/jobs/keep-fresh";
import { LiveJobProvider } from "@/components/jobs/live-job";
import { LinkBox } from "@/components/link/link-box";
import { LinkResult } from "@/components/link/link-result";
import { LostLink } from "@/components/link/lost-link";
import { PastLinks } from "@/components/link/past-links";
import { Page } from "@/components/shell/page";
import { SimulatedBadge } from "@/components/ui/badge";
import { Panel, PanelBody } from "@/components/ui/panel";
import { listLinks, readLinkJob } from "@/lib/link/queries";
import { linkPage } from "@/lib/link/schema";
import { readSearch } from "@/lib/search";
import { requireScope } from "@/lib/supabase/server";
import { mayAs } from "@/lib/workspaces/schema";

export const metadata: Metadata = { title: "Single link" };

const PAGE_LINKS = 20;

export default async function LinkPage({ searchParams }: PageProps<"/link">) {
  const scope = await requireScope();
  const { job: id, page } = readSearch(linkPage, await searchParams);
  const [found, links] = await Promise.all([
    id === undefined ? null : readLinkJob(scope, id),
    listLinks(scope, { offset: (page - 1) * PAGE_LINKS, limit: PAGE_LINKS }),
  ]);
  const lastPage = Math.max(1, Math.ceil(links.total / PAGE_LINKS));
  // safe because it is this page's own address
  if (page > lastPage) redirect(`/link?page=${lastPage}` as Route);

  const now = new Date();
  const zone = scope.timeZone;
  const allowed = mayAs(scope.role, "member");
  const moves = links.items.some(({ job_status }) => job_status === "running");
  return (
    <Page
      title="Single link"
      sub={`Paste the link of one post: its numbers come in a few seconds · times in ${zone}`}
      badge={links.items.some(({ is_simulated }) => is_simulated) && <SimulatedBadge />}
    >
      <Panel label="Link">
        <PanelBody className="pt-3.5 md:pt-4">
          <LinkBox />
        </PanelBody>
      </Panel>
      {found ? (
        <LiveJobProvider
          key={`${found.job.id} ${found.job.run_number}`}
          job={found.job}
          readAt={now.toISOString()}
          zone={zone}
        >
          <LinkResult
            {...found}
            zone={zone}
            now={now}
            again={allowed ? measureAgainAction : null}
            save={
              found.row.post_id !== null && (
                <AddToCampaign scope={scope} posts={[found.row.post_id]} />
              )
            }
          />
        </LiveJobProvider>
      ) : (
        <>
          {id !== undefined && <LostLink />}
          {moves && <KeepFresh />}
        </>
      )}
      <PastLinks
        items={links.items}
        totals={links}
        paging={{ page, pageSize: PAGE_LINKS, total: links.total }}
        zone={zone}
        now={now}
        remove={allowed ? removeLinkAction : null}
        tools={links.total > 0 && <ClearLinks total={links.total} allowed={allowed} />}
      />
    </Page>
  );
}
