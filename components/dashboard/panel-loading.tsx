import { Panel, PanelBody, PanelHead } from "@/components/ui/panel";
import { Skeleton } from "@/components/ui/skeleton";

/** Holds the place of a panel that is still being read. */
export function PanelLoading({ title, height }: { title: string; height: string }) {
  return (
    <Panel>
      <PanelHead title={title} sub="Being read" />
      <PanelBody>
        <Skeleton className={height} />
      </PanelBody>
    </Panel>
  );
}

/** Holds the place of the key figures. */
export function FiguresLoading() {
  return (
    <Panel label="Key figures">
      <div className="grid grid-cols-2 gap-px overflow-hidden rounded-[inherit] bg-line md:grid-cols-4">
        {["views", "engagement", "posts", "followers"].map((each) => (
          <div key={each} className="bg-panel px-3.5 py-3 md:px-4 md:pt-3.5">
            <Skeleton className="h-37" />
          </div>
        ))}
      </div>
    </Panel>
  );
}
