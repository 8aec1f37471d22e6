import { ReelBy } from "@/components/performance/reel-by";
import { ReelPicture } from "@/components/performance/reel-picture";
import { ReelTitle } from "@/components/performance/reel-title";
import { StatusBadge } from "@/components/performance/status-badge";
import { Count } from "@/components/ui/count";
import { Panel, PanelHead } from "@/components/ui/panel";
import type { Reel } from "@/lib/reels/reel";

const MOST = 12;

/** The first reels of the list as pictures, as one remembers them. */
export function PreviewCards({
  reels,
  sortedBy,
  sample,
  smallest,
}: {
  reels: Reel[];
  /** "score, highest first". */
  sortedBy: string;
  sample: boolean;
  smallest: number;
}) {
  const shown = reels.slice(0, MOST);
  return (
    <Panel>
      <PanelHead
        title={shown.length === 1 ? "The one reel" : `The first ${shown.length}`}
        sub={`As the table below has them: by ${sortedBy}`}
      />
      <ul className="flex gap-3 overflow-x-auto px-3.5 pb-3.5 md:grid md:grid-cols-4 md:px-4 md:pb-4 lg:grid-cols-6">
        {shown.map((reel) => (
          <li
            key={reel.post_id}
            className="relative flex min-w-0 flex-col gap-1 max-md:w-40 max-md:flex-none rounded-md border p-1.5 pb-2 hover:bg-hover"
          >
            <ReelPicture id={reel.post_id} src={reel.thumbnail_url} look="aspect-[4/3] w-full" />
            <div className="line-clamp-2 min-h-10 pt-0.5 font-strong">
              <ReelTitle reel={reel} sample={sample} cover />
            </div>
            <ReelBy reel={reel} />
            <div className="flex flex-wrap items-center justify-between gap-1 pt-0.5 text-xs text-ink-2">
              <span className="relative">
                <Count value={reel.views} /> views
              </span>
              <span className="relative">
                <StatusBadge reel={reel} smallest={smallest} withScore />
              </span>
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
