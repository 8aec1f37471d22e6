import { ArrowDown, ArrowUp, ChevronsDownUp, ChevronsUpDown } from "lucide-react";
import { Button, IconButton } from "@/components/ui/button";
import { SearchForm } from "@/components/ui/search-form";
import { exactCount } from "@/lib/format/count";

export type Stops = {
  /** "Viral chain": what is walked along. */
  label: string;
  /** The same on a phone. */
  short: string;
  /** What one of them is called: "comment on the chain". */
  noun: string;
  places: readonly number[];
  /** The keys for the next and the one before. */
  keys: readonly [next: string, before: string];
};

/** Search in the thread, the ways along the chain and along what was found, and folding of all. */
export function ThreadBar({
  post,
  search,
  stops,
  here,
  allFolded,
  onWalk,
  onFoldAll,
}: {
  post: number;
  search: string | undefined;
  stops: Stops[];
  /** The comment that was last looked at. */
  here: number;
  allFolded: boolean;
  onWalk: (stops: Stops, step: 1 | -1) => void;
  onFoldAll: (all: boolean) => void;
}) {
  return (
    <div className="sticky top-[52px] z-2 flex flex-wrap items-center gap-x-3 gap-y-2 rounded-t-[9px] border-b bg-panel px-3.5 py-2 md:top-(--bar-h) md:px-4">
      <div className="min-w-44 flex-1 max-md:basis-full md:max-w-64">
        <SearchForm
          action={`/comments/${post}`}
          name="search"
          value={search ?? ""}
          label="Search this thread"
        />
      </div>
      {stops.map((each) => (
        <Walk key={each.label} stops={each} here={here} onWalk={onWalk} />
      ))}
      <span className="flex-1" />
      <Button size="small" onClick={() => onFoldAll(!allFolded)}>
        {allFolded ? <ChevronsUpDown aria-hidden="true" /> : <ChevronsDownUp aria-hidden="true" />}
        {allFolded ? "Unfold all" : "Fold all"}
      </Button>
    </div>
  );
}

function Walk({
  stops,
  here,
  onWalk,
}: {
  stops: Stops;
  here: number;
  onWalk: (stops: Stops, step: 1 | -1) => void;
}) {
  const { label, short, noun, places, keys } = stops;
  const at = places.indexOf(here);
  return (
    // biome-ignore lint/a11y/useSemanticElements: no fields in it
    <div role="group" aria-label={label} className="flex items-center gap-0.5 text-xs text-ink-2">
      <span className="pr-1 whitespace-nowrap">
        <span className="max-md:hidden">{label}</span>
        <span className="md:hidden">{short}</span>{" "}
        <span className="text-muted">
          {at < 0
            ? exactCount(places.length)
            : `${exactCount(at + 1)} of ${exactCount(places.length)}`}
        </span>
      </span>
      {places.length > 0 && (
        <>
          <IconButton
            size="small"
            label={`Previous ${noun}`}
            aria-keyshortcuts={keys[1]}
            onClick={() => onWalk(stops, -1)}
          >
            <ArrowUp aria-hidden="true" />
          </IconButton>
          <IconButton
            size="small"
            label={`Next ${noun}`}
            aria-keyshortcuts={keys[0]}
            onClick={() => onWalk(stops, 1)}
          >
            <ArrowDown aria-hidden="true" />
          </IconButton>
        </>
      )}
    </div>
  );
}
