import { Badge } from "@/components/ui/badge";
import { Count } from "@/components/ui/count";
import { Missing } from "@/components/ui/missing";
import { Panel, PanelFooter } from "@/components/ui/panel";
import { PlatformMark } from "@/components/ui/platform-mark";
import { ProgressBar, ProgressLegend, type Segment } from "@/components/ui/segmented-progress";
import { StateGlyph } from "@/components/ui/state-glyph";

const SEGMENTS: Segment[] = [
  { state: "succeeded", count: 6_204 },
  { state: "failed", count: 208 },
  { state: "running", count: 250 },
  { state: "waiting", count: 1_338, label: "Waiting for quota" },
  { state: "queued", count: 2_000 },
];

const POSTS = [
  { platform: "youtube", title: "How a paper map is folded", views: "1284310", gone: null },
  { platform: "tiktok", title: "Gravel bike from one steel tube", views: "912550", gone: null },
  {
    platform: "instagram",
    title: "Overnight oats, five jars",
    views: null,
    gone: "Instagram does not offer views for this kind of post.",
  },
] as const;

/** A job as it looks while it runs, with numbers made up for the picture. */
export function ExamplePanel() {
  return (
    <Panel label="Example of a running job" className="flex flex-col overflow-hidden">
      <div className="flex flex-col gap-3 px-4 py-3.5">
        <p className="flex flex-wrap gap-x-4">
          <b className="text-md/5 font-semibold">6,412 of 10,000 rows are done</b>
          <span className="text-ink-2">about 1 min left</span>
        </p>
        <ProgressBar label="Rows done in the example" segments={SEGMENTS} done={6_412} />
        <ProgressLegend segments={SEGMENTS} />
      </div>
      <ul className="flex-1 border-t">
        {POSTS.map(({ platform, title, views, gone }) => (
          <li
            key={title}
            className="flex h-(--row-h) items-center gap-3 border-b px-4 last:border-0"
          >
            <StateGlyph state="succeeded" quiet />
            <PlatformMark platform={platform} />
            <span className="min-w-0 flex-1 truncate">{title}</span>
            <span className="font-strong">
              <Count value={views} reason={gone ?? ""} />
            </span>
          </li>
        ))}
        <li className="flex h-(--row-h) items-center gap-3 px-4">
          <StateGlyph state="failed" quiet />
          <PlatformMark platform="youtube" />
          <span className="min-w-0 flex-1 truncate">
            <b className="font-strong text-bad-text">Not found or private.</b> Check the link, then
            retry this row.
          </span>
          <Missing reason="The post may have been removed." />
        </li>
      </ul>
      <PanelFooter>
        <Badge kind="simulated">Example</Badge>
        Made up for this picture.
      </PanelFooter>
    </Panel>
  );
}
