"use client";

import { useEffect } from "react";

/** Single keys of a page: each focuses the field or presses the button that its selector finds. */
export function Hotkeys({ keys }: { keys: Record<string, string> }) {
  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isTyping(event.target)) return;
      const selector = keys[event.key];
      const found = selector && document.querySelector<HTMLElement>(selector);
      if (!found) return;
      event.preventDefault();
      found.focus();
      if (!(found instanceof HTMLInputElement)) found.click();
    }
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [keys]);
  return null;
}

function isTyping(target: EventTarget | null) {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}
