import { Badge } from "@/components/ui/badge";
import { Panel, PanelFooter, PanelHead } from "@/components/ui/panel";
import { PlatformMark } from "@/components/ui/platform-mark";

const BREAKOUTS = [
  {
    platform: "tiktok",
    title: "Gravel bike from one steel tube",
    by: "@velohaus",
    why: "Highest views per hour of 96 TikTok posts this week",
    factor: "14.2",
  },
  {
    platform: "instagram",
    title: "Overnight oats, five jars, no sugar",
    by: "@harbor.oats",
    why: "Engagement 9.40 % by views, the author’s median is 2.10 % (n = 31)",
    factor: "6.8",
  },
  {
    platform: "youtube",
    title: "A bookshelf without a single screw",
    by: "@papertrail.maps",
    why: "4 posts by this author: too few for a baseline, so against YouTube’s median",
    factor: "3.9",
  },
] as const;

/** What stands out, each with its reason, as the product says it. Made up for the picture. */
export function ExampleBreakouts() {
  return (
    <Panel label="Example of what breaks out" className="flex flex-col overflow-hidden">
      <PanelHead
        title="Two posts broke out, both began on Wednesday"
        sub="By outlier factor: against the author’s other posts at the same age"
      />
      <ol className="flex-1 border-t">
        {BREAKOUTS.map(({ platform, title, by, why, factor }, at) => (
          <li key={title} className="flex items-start gap-3 border-b px-4 py-3 last:border-0">
            <div className="min-w-0 flex-1">
              <p className="font-strong">{title}</p>
              <p className="mt-0.5 flex items-center gap-1.5 text-xs text-ink-2">
                <PlatformMark platform={platform} />
                {by}
              </p>
              <p className="mt-0.5 text-xs text-muted">{why}</p>
            </div>
            <p className="flex flex-none flex-col items-end gap-0.5">
              <span className={at < 2 ? "font-semibold text-ember-text" : "font-semibold"}>
                {factor} ×
              </span>
              {at < 2 && <Badge kind="breakout">Breakout</Badge>}
            </p>
          </li>
        ))}
      </ol>
      <PanelFooter>
        <Badge kind="simulated">Example</Badge>
        Made up for this picture.
      </PanelFooter>
    </Panel>
  );
}
