import { Page } from "@/components/shell/page";
import { Panel } from "@/components/ui/panel";
import { Skeleton } from "@/components/ui/skeleton";

const BESIDE = "grid grid-cols-1 gap-3 md:gap-4 lg:grid-cols-[minmax(0,1.72fr)_minmax(0,1fr)]";

export default function HashtagLoading() {
  return (
    <Page
      title="Hashtag"
      crumbs={[{ label: "Hashtags", href: "/hashtags" }]}
      sub="Counting its posts"
      actions={<Skeleton className="h-(--control-h) w-56 max-md:w-full" />}
    >
      <Skeleton className="h-(--control-h)" />
      <Waiting label="Key figures" height="h-24 max-md:h-56" />
      <div className={BESIDE}>
        <Waiting label="Posts over time" height="h-80" />
        <Waiting label="Top authors" height="h-80" />
      </div>
      <div className={BESIDE}>
        <Waiting label="Related hashtags, drawn" height="h-96" />
        <Waiting label="Related hashtags" height="h-96" />
      </div>
      <Waiting label="Top posts" height="h-80" />
    </Page>
  );
}

function Waiting({ label, height }: { label: string; height: string }) {
  return (
    <Panel label={label}>
      <div className="p-4">
        <Skeleton className={height} />
      </div>
    </Panel>
  );
}
