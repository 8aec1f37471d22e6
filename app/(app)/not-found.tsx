import { Page } from "@/components/shell/page";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Panel } from "@/components/ui/panel";

export default function NotFoundHere() {
  return (
    <Page title="Not found">
      <Panel label="Not found">
        <EmptyState action={<ButtonLink href="/jobs">All jobs</ButtonLink>}>
          This is not in the workspace you are in. It was deleted, or it belongs to another
          workspace: switch to that one and open the link again.
        </EmptyState>
      </Panel>
    </Page>
  );
}
