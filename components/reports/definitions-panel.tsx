import { SimulatedBadge } from "@/components/ui/badge";
import { Panel, PanelHead } from "@/components/ui/panel";
import { PlatformMark } from "@/components/ui/platform-mark";
import { counted } from "@/lib/format/count";
import type { Periods } from "@/lib/reports/periods";

/** What the numbers of this report mean, source by source. */
export function DefinitionsPanel({ definitions }: Pick<Periods, "definitions">) {
  if (definitions.length === 0) return null;
  return (
    <Panel>
      <PanelHead
        title="Definitions used"
        sub="What each source counts; posts by the definition of their latest numbers"
      />
      <ul className="border-t">
        {definitions.map(({ platform, definition, description, posts, is_simulated }) => (
          <li
            key={`${definition} ${is_simulated}`}
            className="flex items-start gap-3 border-b px-3.5 py-2 last:border-b-0 md:px-4"
          >
            <PlatformMark platform={platform} />
            <div className="min-w-0 flex-1">
              {description}
              <span className="flex flex-wrap items-center gap-2 text-xs text-muted">
                <span className="font-mono">{definition}</span>
                {counted(posts, "post")}
                {is_simulated && <SimulatedBadge />}
              </span>
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
