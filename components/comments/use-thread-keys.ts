import { type KeyboardEvent as ReactKeyboardEvent, useEffect } from "react";
import type { Stops } from "@/components/comments/thread-bar";

/** `j` and `k` from row to row, `n` and `p` along the chain, `m` along what was found. */
export function useThreadKeys({
  stops,
  walk,
  fold,
}: {
  stops: Stops[];
  walk: (stops: Stops, step: 1 | -1) => void;
  fold: (at: number, isFolded: boolean) => void;
}) {
  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isTyping(event.target)) return;
      const key = event.shiftKey ? `Shift+${event.key}` : event.key;
      const along = stops.find(({ keys }) => keys.includes(key));
      if (along) walk(along, key === along.keys[0] ? 1 : -1);
      else if (key === "j" || key === "k") step(key === "j" ? 1 : -1);
      else return;
      event.preventDefault();
    }
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [stops, walk]);

  /** What a feed promises: Page Down and Page Up go by row; arrows fold the row that has the focus. */
  return (event: ReactKeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const row = event.target instanceof HTMLElement && event.target.dataset.at;
    if (event.key === "PageDown" || event.key === "PageUp") step(event.key === "PageDown" ? 1 : -1);
    else if (row && event.key === "ArrowLeft") fold(Number(row), true);
    else if (row && event.key === "ArrowRight") fold(Number(row), false);
    else return;
    event.preventDefault();
  };
}

/** The row in view that is read next; 0 when none is. */
export function placeInView(): number {
  const row = rows().find((each) => each.getBoundingClientRect().bottom > 160);
  return Number(row?.dataset.at ?? 0);
}

/** From the row with the focus, else from the first in view, to its neighbour or to the button in between. */
function step(by: 1 | -1) {
  const all = [...document.querySelectorAll<HTMLElement>("[role=feed] :is([data-at], [data-gap])")];
  const held = all.findIndex((each) => each.contains(document.activeElement));
  const inView = String(placeInView());
  const next = held >= 0 ? all[held + by] : all.find(({ dataset }) => dataset.at === inView);
  const target = next?.dataset.at === undefined ? next?.querySelector("button") : next;
  target?.focus({ preventScroll: true });
  target?.scrollIntoView({ block: "nearest" });
}

function rows() {
  return [...document.querySelectorAll<HTMLElement>("[role=feed] [data-at]")];
}

function isTyping(target: EventTarget | null) {
  return target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}
