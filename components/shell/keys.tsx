"use client";

import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { listen } from "@/components/shell/key-presses";
import { OPEN_SEARCH } from "@/components/shell/open-search";
import { useShell } from "@/components/shell/shell-context";

const Palette = dynamic(() => import("@/components/search/palette"), { ssr: false });
const ShortcutList = dynamic(() => import("@/components/shell/shortcut-list"), { ssr: false });

type Window = "search" | "shortcuts";

/** Listens for the shortcuts of every page. What they open is loaded when it is first wanted. */
export function Keys() {
  const router = useRouter();
  const singleKeys = useShell()?.singleKeys ?? true;
  const [open, setOpen] = useState<Window | null>(null);
  const [wanted, setWanted] = useState<Window[]>([]);
  const show = useRef((_: Window) => {});
  show.current = (name) => {
    setWanted((known) => (known.includes(name) ? known : [...known, name]));
    setOpen((now) => (now === name ? null : name));
  };

  useEffect(() => {
    const onAsked = () => show.current("search");
    window.addEventListener(OPEN_SEARCH, onAsked);
    const stop = listen({
      singleKeys,
      go: (href) => router.push(href),
      show: (name) => show.current(name),
    });
    return () => {
      stop();
      window.removeEventListener(OPEN_SEARCH, onAsked);
    };
  }, [router, singleKeys]);

  return (
    <>
      {wanted.includes("search") && (
        <Palette
          open={open === "search"}
          onOpenChange={(next) => setOpen(next ? "search" : null)}
          showShortcuts={() => show.current("shortcuts")}
        />
      )}
      {wanted.includes("shortcuts") && (
        <ShortcutList
          open={open === "shortcuts"}
          onOpenChange={(next) => setOpen(next ? "shortcuts" : null)}
        />
      )}
    </>
  );
}
