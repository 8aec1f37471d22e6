import { useMemo } from "react";
import { commandItems, pageItems } from "@/components/search/commands";
import { foundGroups, foundItem } from "@/components/search/found-items";
import { bestOf, type ItemGroup } from "@/components/search/item";
import { linkItem, searchedBy } from "@/components/search/link-item";
import { readRecent } from "@/components/search/recent";
import { useFound } from "@/components/search/use-found";
import type { ShellState } from "@/components/shell/shell-context";

/** The lines for what is typed: a link's numbers, pages and commands at once, then what is found. */
export function useItems(query: string, shell: ShellState, showShortcuts: () => void) {
  const typed = query.trim();
  const { items, pending, error } = useFound(searchedBy(typed));
  const fixed = useMemo(
    () => ({ pages: pageItems(), commands: commandItems(shell, showShortcuts) }),
    [shell, showShortcuts],
  );
  const recent = useMemo(() => readRecent(shell.workspace.id).map(foundItem), [shell]);
  const link = useMemo(
    () => (typed === "" ? null : linkItem(typed, shell.workspace.role === "viewer")),
    [typed, shell],
  );

  const groups: ItemGroup[] = [];
  const add = (value: string, of: ItemGroup["items"]) => {
    if (of.length > 0) groups.push({ value, items: of });
  };
  if (link && "item" in link) add("Link", [link.item]);
  if (typed === "") add("Recent", recent);
  add("Pages", bestOf(fixed.pages, typed));
  add("Commands", bestOf(fixed.commands, typed));
  if (typed !== "") groups.push(...foundGroups(items, searchedBy(typed)));
  return { groups, pending, error, problem: link && "problem" in link ? link.problem : null };
}
