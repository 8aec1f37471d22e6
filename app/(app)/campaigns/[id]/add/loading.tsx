import { Page } from "@/components/shell/page";
import { Panel } from "@/components/ui/panel";
import { Skeleton } from "@/components/ui/skeleton";

export default function AddPostsLoading() {
  return (
    <Page
      title="Add posts"
      crumbs={[{ label: "Campaigns", href: "/campaigns" }]}
      sub="Reading the posts"
    >
      <Panel label="Posts">
        <div className="p-4">
          <Skeleton className="h-96" />
        </div>
      </Panel>
    </Page>
  );
}
