import { Page } from "@/components/shell/page";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Panel } from "@/components/ui/panel";

export default function JobNotFound() {
  return (
    <Page title="No such job" crumbs={[{ label: "Jobs", href: "/jobs" }]}>
      <Panel label="No such job">
        <EmptyState action={<ButtonLink href="/jobs">See all jobs</ButtonLink>}>
          There is no such job in this workspace. It was deleted, or it belongs to another workspace
          of yours: switch to that one and open the link again.
        </EmptyState>
      </Panel>
    </Page>
  );
}
