import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { RecentShortsFigure } from "@/components/dashboard/recent-shorts-figure";
import { LIBRARY } from "@/components/placeholders/library-words";
import { STUDIO } from "@/components/placeholders/studio-words";
import { PLACES, type PlaceName } from "@/components/shell/places";
import { AppLink } from "@/components/ui/app-link";
import { Badge } from "@/components/ui/badge";
import { Panel } from "@/components/ui/panel";
import type { RecentShorts } from "@/lib/posts/recent-shorts";

/** Where one looks deeper: one that works, and two that are planned and say so. */
export function Areas({
  shorts,
  timeZone,
  now,
}: {
  shorts: RecentShorts;
  timeZone: string;
  now: Date;
}) {
  return (
    <Panel label="Where to look">
      <div className="grid gap-px overflow-hidden rounded-[inherit] bg-line md:grid-cols-3">
        <Area to="performance" title="Performance analytics">
          <RecentShortsFigure shorts={shorts} timeZone={timeZone} now={now} />
        </Area>
        <Area to="studio" title="Creator studio" planned>
          {STUDIO.summary}
        </Area>
        <Area to="library" title="Media library" planned>
          {LIBRARY.summary}
        </Area>
      </div>
    </Panel>
  );
}

function Area({
  to,
  title,
  planned = false,
  children,
}: {
  to: PlaceName;
  title: string;
  planned?: boolean;
  children: ReactNode;
}) {
  const { href, Icon } = PLACES[to];
  return (
    <div className="relative min-w-0 bg-panel px-3.5 py-3 hover:bg-hover md:px-4 md:py-3.5">
      <h2 className="flex min-h-5 items-center gap-2 text-md/5 [&>svg]:text-muted">
        <Icon aria-hidden="true" />
        <AppLink href={href} className="after:absolute after:inset-0">
          {title}
        </AppLink>
        {planned && <Badge>Planned</Badge>}
        <ChevronRight aria-hidden="true" className="ml-auto" />
      </h2>
      <div className="mt-2 max-w-prose text-ink-2">{children}</div>
    </div>
  );
}
