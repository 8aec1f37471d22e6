import type { LucideIcon } from "lucide-react";
import type { PlatformId } from "@/lib/platforms/platform";
import type { Found } from "@/lib/search-all/found";

/** One line of the palette: a page to go to, or something to do. */
export type Item = {
  /** Unlike all others. */
  id: string;
  title: string;
  detail?: string | undefined;
  platform?: PlatformId | undefined;
  Icon?: LucideIcon | undefined;
  /** Other words it is found by. */
  words?: string | undefined;
  /** The letters that do the same. */
  keys?: string[] | undefined;
  does: { go: string } | { run: () => void } | { measure: string };
  /** What is kept among the recent choices. */
  found?: Found | undefined;
};

export type ItemGroup = { value: string; items: Item[] };

/** Whether each word typed begins a word of the item. */
export function matches({ title, words = "" }: Item, typed: string) {
  const known = ` ${title} ${words}`.toLowerCase();
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => known.includes(` ${word}`));
}
