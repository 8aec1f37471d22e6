import { Page } from "@/components/shell/page";
import { Panel } from "@/components/ui/panel";
import { Skeleton } from "@/components/ui/skeleton";

const PARTS = [
  ["Period against period", "h-80"],
  ["Best weekday and hour", "h-[26rem]"],
  ["Top posts", "h-96"],
  ["Top people", "h-96"],
] as const;

export default function ReportsLoading() {
  return (
    <Page
      title="Reports"
      sub="Reading the period"
      actions={
        <Skeleton className="h-(--control-h) w-96 max-md:h-[calc(2*var(--control-h)+0.5rem)] max-md:w-full" />
      }
    >
      <Skeleton className="h-(--control-h)" />
      {PARTS.map(([label, height]) => (
        <Panel key={label} label={label}>
          <div className="p-4">
            <Skeleton className={height} />
          </div>
        </Panel>
      ))}
    </Page>
  );
}
