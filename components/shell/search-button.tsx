"use client";

import { Search } from "lucide-react";
import { useSyncExternalStore } from "react";
import { openSearch } from "@/components/shell/open-search";
import { useShell } from "@/components/shell/shell-context";
import { Kbd } from "@/components/ui/kbd";

/** Opens the search: a field to look at on wide screens, an icon on phones. */
export function SearchButton() {
  const command = useSyncExternalStore(
    () => () => {},
    () => (navigator.platform.startsWith("Mac") ? "⌘" : "Ctrl"),
    () => "Ctrl",
  );
  if (!useShell()) return null;
  return (
    <button
      type="button"
      aria-haspopup="dialog"
      aria-keyshortcuts="Control+K Meta+K"
      onClick={openSearch}
      className="touch flex h-(--control-h) flex-none items-center justify-center gap-[7px] rounded-md text-muted transition-colors duration-(--fast) hover:bg-hover max-md:w-(--control-h) md:w-62 md:border md:border-line-strong md:bg-panel md:px-2.5"
    >
      <Search aria-hidden="true" />
      <span className="max-md:sr-only md:flex-1 md:text-left">Search or paste a link</span>
      <span aria-hidden="true" className="flex gap-1 max-md:hidden">
        <Kbd>{command} K</Kbd>
      </span>
    </button>
  );
}
