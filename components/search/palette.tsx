"use client";

import { Autocomplete } from "@base-ui/react/autocomplete";
import { Dialog } from "@base-ui/react/dialog";
import { Search } from "lucide-react";
import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import type { Item, ItemGroup } from "@/components/search/item";
import { measureLink } from "@/components/search/measure-link";
import { PaletteFoot } from "@/components/search/palette-foot";
import { PaletteList } from "@/components/search/palette-list";
import { keepRecent } from "@/components/search/recent";
import { useItems } from "@/components/search/use-items";
import { type ShellState, useShell } from "@/components/shell/shell-context";
import { Notice } from "@/components/ui/notice";

type Opened = { open: boolean; onOpenChange: (open: boolean) => void; showShortcuts: () => void };

/** The search over everything: pages and commands at once, what the workspace has, and a pasted link's numbers. */
export default function Palette(props: Opened) {
  const shell = useShell();
  const field = useRef<HTMLInputElement>(null);
  return (
    <Dialog.Root open={props.open} onOpenChange={props.onOpenChange}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-30 bg-[#0a0c0d]/50 transition-opacity duration-(--base) data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Dialog.Popup
          initialFocus={field}
          className="float-in fixed top-[max(1rem,12dvh)] left-1/2 z-40 flex max-h-[min(34rem,calc(100dvh-2rem))] w-[min(38rem,calc(100vw-2rem))] -translate-x-1/2 flex-col overflow-hidden rounded-lg bg-raised shadow-pop"
        >
          <Dialog.Title className="sr-only">Search</Dialog.Title>
          {shell && <Inside {...props} shell={shell} field={field} />}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Inside({
  onOpenChange,
  showShortcuts,
  shell,
  field,
}: Opened & { shell: ShellState; field: React.RefObject<HTMLInputElement | null> }) {
  const router = useRouter();
  const [query, setQuery] = useState("");
  const [refused, setRefused] = useState<string | null>(null);
  const [measuring, setMeasuring] = useState(false);
  const { groups, pending, error, problem } = useItems(query, shell, showShortcuts);
  const trouble = refused ?? error ?? problem;

  async function choose({ does, found }: Item) {
    if (found) keepRecent(shell.workspace.id, found);
    if ("run" in does) {
      onOpenChange(false);
      does.run();
    } else if ("go" in does) {
      onOpenChange(false);
      // safe because it is a page of ours
      router.push(does.go as Route);
    } else if (!measuring) {
      setMeasuring(true);
      const answer = await measureLink(does.measure);
      setMeasuring(false);
      if ("problem" in answer) return setRefused(answer.problem);
      onOpenChange(false);
      // safe because it is a page of ours
      router.push(answer.path as Route);
    }
  }

  return (
    <Autocomplete.Root<ItemGroup[]>
      open
      inline
      mode="none"
      autoHighlight="always"
      keepHighlight
      items={groups}
      value={query}
      onValueChange={(next, { reason }) => {
        // Choosing an item is no typing.
        if (reason === "item-press") return;
        setRefused(null);
        setQuery(next);
      }}
    >
      <div className="flex items-center gap-2.5 border-b px-4">
        <Search aria-hidden="true" className="text-muted" />
        <Autocomplete.Input
          ref={field}
          aria-label="Search, or paste a link"
          placeholder="Search, or paste a link"
          spellCheck={false}
          className="h-12 w-full min-w-0 bg-transparent text-md outline-none placeholder:text-muted"
        />
      </div>
      {trouble && (
        <div className="p-2 pb-0">
          <Notice kind={problem ? "info" : "bad"} announce>
            {trouble}
          </Notice>
        </div>
      )}
      <PaletteList query={query.trim()} pending={pending} onChoose={choose} />
      <PaletteFoot query={query.trim()} groups={groups} pending={pending} measuring={measuring} />
    </Autocomplete.Root>
  );
}
