import { Page } from "@/components/shell/page";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Panel } from "@/components/ui/panel";

export default function ThreadNotFound() {
  return (
    <Page title="No such post" crumbs={[{ label: "Comments", href: "/comments" }]}>
      <Panel label="No such post">
        <EmptyState action={<ButtonLink href="/comments">See all comments</ButtonLink>}>
          There is no such post in this workspace. It may belong to another workspace of yours:
          switch to that one and open the link again.
        </EmptyState>
      </Panel>
    </Page>
  );
}
