"use client";

import { useEffect } from "react";
import { press } from "@/components/shell/key-presses";
import { useShell } from "@/components/shell/shell-context";
import { takesLetters } from "@/components/shell/typing";

/** Single keys of a page: each focuses the field or presses the button that its selector finds. */
export function Hotkeys({ keys }: { keys: Record<string, string> }) {
  const singleKeys = useShell()?.singleKeys ?? true;
  useEffect(() => {
    if (!singleKeys) return;
    function onKey(event: KeyboardEvent) {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (takesLetters(event.target)) return;
      const selector = keys[event.key];
      if (selector && press(selector)) event.preventDefault();
    }
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [keys, singleKeys]);
  return null;
}
