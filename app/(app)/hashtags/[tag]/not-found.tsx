import { UnknownTag } from "@/components/hashtags/unknown-tag";
import { Page } from "@/components/shell/page";
import { Panel } from "@/components/ui/panel";

export default function HashtagNotFound() {
  return (
    <Page title="No such hashtag" crumbs={[{ label: "Hashtags", href: "/hashtags" }]}>
      <Panel label="No such hashtag">
        <UnknownTag />
      </Panel>
    </Page>
  );
}
