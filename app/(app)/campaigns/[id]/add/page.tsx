import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { FindWay, JobWay } from "@/app/(app)/campaigns/[id]/add/ways";
import { readCampaign } from "@/app/(app)/campaigns/read";
import { addHref, campaignHref, WAYS } from "@/components/campaigns/campaigns-address";
import { PasteLinks } from "@/components/campaigns/paste-links";
import { Page } from "@/components/shell/page";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Panel, PanelBody, PanelHead } from "@/components/ui/panel";
import { Tabs } from "@/components/ui/tabs";
import { campaignId } from "@/lib/campaigns/schema";
import { counted } from "@/lib/format/count";
import { postFilter } from "@/lib/posts/schema";
import { readSearch } from "@/lib/search";
import { requireScope } from "@/lib/supabase/server";
import { mayAs } from "@/lib/workspaces/schema";

export const metadata: Metadata = { title: "Add posts" };

const NAMES = { posts: "Pick posts", links: "Paste links", job: "From a job" };
const TITLES = {
  posts: ["Posts of this workspace", "Tick those that belong to the campaign"],
  links: ["Links of posts", "Posts that were measured before are added at once"],
  job: ["Results of a job", "All rows that succeeded; a post is never added twice"],
} as const;
const query = z.object({
  way: z.enum(WAYS).default("posts"),
  search: postFilter.shape.search,
});

export default async function AddPostsPage({
  params,
  searchParams,
}: PageProps<"/campaigns/[id]/add">) {
  const scope = await requireScope();
  const { id } = campaignId.safeParse(await params).data ?? notFound();
  const { way, search } = readSearch(query, await searchParams);
  const { campaign, totals } = (await readCampaign(scope, id)) ?? notFound();
  const [title, sub] = TITLES[way];
  const allowed = mayAs(scope.role, "member");
  return (
    <Page
      title="Add posts"
      crumbs={[
        { label: "Campaigns", href: "/campaigns" },
        { label: campaign.name, href: campaignHref(id) },
      ]}
      sub={`${campaign.name} · ${counted(totals.posts, "post")} in it`}
      actions={<ButtonLink href={campaignHref(id)}>Back to the campaign</ButtonLink>}
    >
      {allowed ? (
        <>
          <Tabs
            label="Ways to add posts"
            links={WAYS.map((each) => ({
              href: addHref(id, { way: each }),
              label: NAMES[each],
              current: each === way,
            }))}
          />
          <Panel>
            <PanelHead title={title} sub={sub} />
            {way === "posts" && <FindWay scope={scope} id={id} search={search} />}
            {way === "links" && (
              <PanelBody>
                <PasteLinks campaign={id} />
              </PanelBody>
            )}
            {way === "job" && <JobWay scope={scope} id={id} />}
          </Panel>
        </>
      ) : (
        <Panel label="Only members add posts">
          <EmptyState>
            Viewers only read. Ask an admin of this workspace to make you a member.
          </EmptyState>
        </Panel>
      )}
    </Page>
  );
}
