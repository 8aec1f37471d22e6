"use client";

import { useSyncExternalStore } from "react";
import { NAV_COOKIE, type NavFold, readNavFold } from "@/components/shell/nav-fold";

const YEAR_SECONDS = 31_536_000;
const CHANGED = "navfold";

function frame() {
  return document.querySelector<HTMLElement>("[data-nav]");
}

/** Folds or opens the navigation at once and keeps it so for the next visit. */
export function toggleNavFold() {
  const fold: NavFold = readNavFold(frame()?.dataset.nav) === "open" ? "folded" : "open";
  frame()?.setAttribute("data-nav", fold);
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Safari and over http
  document.cookie = `${NAV_COOKIE}=${fold}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`;
  window.dispatchEvent(new Event(CHANGED));
}

/** How the navigation stands now; `first` is how the server drew it. */
export function useNavFold(first: NavFold): NavFold {
  return useSyncExternalStore(
    subscribe,
    () => readNavFold(frame()?.dataset.nav),
    () => first,
  );
}

function subscribe(changed: () => void) {
  window.addEventListener(CHANGED, changed);
  return () => window.removeEventListener(CHANGED, changed);
}
