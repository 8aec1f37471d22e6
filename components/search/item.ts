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

/** So few that what the workspace has stays in sight. */
const MOST = 4;

/** All items while nothing is typed; then those whose words begin so, names before other words. */
export function bestOf(items: Item[], typed: string): Item[] {
  if (typed === "") return items;
  const words = typed.toLowerCase().split(/\s+/);
  const has = (text: string) =>
    words.every((word) => ` ${text.toLowerCase()}`.includes(` ${word}`));
  const named = items.filter(({ title }) => has(title));
  const others = items.filter(
    (item) => !named.includes(item) && has(`${item.title} ${item.words}`),
  );
  return [...named, ...others].slice(0, MOST);
}
