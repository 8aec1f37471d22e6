import { type Found, foundList } from "@/lib/search-all/found";

const MOST = 5;

/** What somebody chose last in a workspace, kept in their browser alone. */
export function readRecent(workspaceId: string): Found[] {
  try {
    const kept = JSON.parse(localStorage.getItem(keyOf(workspaceId)) ?? "[]");
    return foundList.shape.items.parse(kept).slice(0, MOST);
  } catch {
    // Written by an older version, or by nobody of ours.
    return [];
  }
}

export function keepRecent(workspaceId: string, chosen: Found) {
  const others = readRecent(workspaceId).filter(({ path }) => path !== chosen.path);
  try {
    const kept = JSON.stringify([chosen, ...others].slice(0, MOST));
    localStorage.setItem(keyOf(workspaceId), kept);
  } catch {
    // Storage is full or forbidden: the search works without.
  }
}

function keyOf(workspaceId: string) {
  return `search.recent.${workspaceId}`;
}
