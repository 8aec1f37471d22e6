import { Autocomplete } from "@base-ui/react/autocomplete";
import type { Item, ItemGroup } from "@/components/search/item";
import { Kbd } from "@/components/ui/kbd";
import { PlatformMark } from "@/components/ui/platform-mark";

/** The lines, grouped by what they are. */
export function PaletteList({
  query,
  pending,
  onChoose,
}: {
  query: string;
  pending: boolean;
  onChoose: (item: Item) => void;
}) {
  return (
    <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain p-1.5">
      <Autocomplete.Empty className="empty:hidden">
        <p className="px-2.5 py-6 text-center text-ink-2">
          {pending ? "Searching" : `Nothing here is called “${query}”.`}
        </p>
      </Autocomplete.Empty>
      <Autocomplete.List className="outline-none">
        {(group: ItemGroup) => (
          <Autocomplete.Group key={group.value} items={group.items}>
            <Autocomplete.GroupLabel className="px-2.5 pt-2 pb-1 text-xs text-muted">
              {group.value}
            </Autocomplete.GroupLabel>
            <Autocomplete.Collection>
              {(item: Item) => <Line key={item.id} item={item} onChoose={onChoose} />}
            </Autocomplete.Collection>
          </Autocomplete.Group>
        )}
      </Autocomplete.List>
    </div>
  );
}

function Line({ item, onChoose }: { item: Item; onChoose: (item: Item) => void }) {
  const { title, detail, platform, Icon, keys } = item;
  return (
    <Autocomplete.Item
      value={item}
      onClick={() => onChoose(item)}
      className="flex h-9 scroll-my-2 items-center gap-2.5 rounded-md px-2.5 select-none data-highlighted:bg-selected pointer-coarse:h-11"
    >
      <span className="grid w-5 flex-none place-items-center text-ink-2">
        {platform ? <PlatformMark platform={platform} /> : Icon && <Icon aria-hidden="true" />}
      </span>
      <span className="min-w-0 truncate">{title}</span>
      {detail && <span className="min-w-16 flex-1 truncate text-xs text-muted">{detail}</span>}
      {keys && (
        <span className="ml-auto flex gap-1 max-md:hidden" aria-hidden="true">
          {keys.map((key) => (
            <Kbd key={key}>{key}</Kbd>
          ))}
        </span>
      )}
    </Autocomplete.Item>
  );
}
