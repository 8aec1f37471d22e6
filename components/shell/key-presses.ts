import type { Route } from "next";
import { PLACES } from "@/components/shell/places";
import { stepRow } from "@/components/shell/rows";
import { GO_KEYS, PAGE_KEYS } from "@/components/shell/shortcuts";
import { takesLetters } from "@/components/shell/typing";

const GO_WITHIN_MS = 1_500;

type Doing = {
  /** Single letters are shortcuts for this person. */
  singleKeys: boolean;
  go: (href: Route) => void;
  show: (name: "search" | "shortcuts") => void;
};

/** Hears every key of the window, after everything on the page had its turn. Returns the way to stop. */
export function listen({ singleKeys, go, show }: Doing) {
  let pressedGoAt = Number.NEGATIVE_INFINITY;

  function act(event: KeyboardEvent): boolean {
    const { key } = event;
    if (!singleKeys) return false;
    if (key === "?") {
      show("shortcuts");
      return true;
    }
    const goes = event.timeStamp - pressedGoAt < GO_WITHIN_MS;
    pressedGoAt = key === "g" && !goes ? event.timeStamp : Number.NEGATIVE_INFINITY;
    if (goes && isOneOf(GO_KEYS, key)) {
      // safe because places are pages of ours
      go(PLACES[GO_KEYS[key]].href as Route);
      return true;
    }
    if (goes || key === "g") return key === "g";
    if (key === "j" || key === "k") return stepRow(key === "j" ? 1 : -1);
    return isOneOf(PAGE_KEYS, key) && press(selectorOf(key));
  }

  function onKey(event: KeyboardEvent) {
    if (event.defaultPrevented || event.altKey || event.isComposing) return;
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k" && !event.shiftKey) {
      event.preventDefault();
      show("search");
      return;
    }
    if (event.ctrlKey || event.metaKey || takesLetters(event.target)) return;
    if (act(event)) event.preventDefault();
  }

  window.addEventListener("keydown", onKey);
  return () => window.removeEventListener("keydown", onKey);
}

/** What a page marks with the key, else what such a page has anyway. */
function selectorOf(key: keyof typeof PAGE_KEYS) {
  const marked = `[data-key="${key}"]`;
  if (key === "/") return `${marked}, main input[type=search]`;
  return key === "e" ? `${marked}, #export-menu button` : marked;
}

/** Focuses the field or presses the button that is in view. False when there is none. */
export function press(selector: string): boolean {
  const found = [...document.querySelectorAll<HTMLElement>(selector)].find((element) =>
    element.checkVisibility(),
  );
  if (!found) return false;
  found.focus();
  if (!(found instanceof HTMLInputElement)) found.click();
  return true;
}

function isOneOf<T extends object>(known: T, key: string): key is Extract<keyof T, string> {
  return Object.hasOwn(known, key);
}
