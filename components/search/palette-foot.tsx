import { Autocomplete } from "@base-ui/react/autocomplete";
import { isWayToAll, MOST_OF_A_KIND } from "@/components/search/found-items";
import type { ItemGroup } from "@/components/search/item";
import { Kbd } from "@/components/ui/kbd";
import { counted } from "@/lib/format/count";

/** How many lines there are, read out when that changes, and the keys of the list. */
export function PaletteFoot({
  groups,
  query,
  pending,
  measuring,
}: {
  query: string;
  groups: ItemGroup[];
  pending: boolean;
  measuring: boolean;
}) {
  const lines = groups.reduce(
    (sum, { items }) => sum + items.filter((item) => !isWayToAll(item)).length,
    0,
  );
  const more = groups.some(({ items }) => items.some(isWayToAll));
  const found = `${counted(lines, "result")}${more ? `, at most ${MOST_OF_A_KIND} of a kind` : ""}`;
  return (
    <div className="flex items-center gap-4 border-t px-4 py-2 text-xs text-muted">
      <Autocomplete.Status className="min-w-0 flex-1 truncate">
        {measuring && "Reading the link"}
        {!measuring && pending && "Searching"}
        {!measuring && !pending && (query === "" ? "Type to search" : found)}
      </Autocomplete.Status>
      <span className="flex gap-4 max-md:hidden" aria-hidden="true">
        <span className="flex items-center gap-1.5">
          <Kbd>↑</Kbd>
          <Kbd>↓</Kbd> choose
        </span>
        <span className="flex items-center gap-1.5">
          <Kbd>Enter</Kbd> open
        </span>
        <span className="flex items-center gap-1.5">
          <Kbd>Esc</Kbd> close
        </span>
      </span>
    </div>
  );
}
