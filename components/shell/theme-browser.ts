"use client";

import {
  readTheme,
  THEME_CHOICES,
  THEME_COOKIE,
  type ThemeChoice,
  writeTheme,
} from "@/components/shell/theme";

const YEAR_SECONDS = 31_536_000;
const CHANGED = "themechange";

export function currentChoice(): ThemeChoice {
  const choice = document.documentElement.dataset.themeChoice;
  return THEME_CHOICES.find((known) => known === choice) ?? readTheme(undefined).choice;
}

/** Shows a theme at once and keeps the choice for the next visit. */
export function chooseTheme(choice: ThemeChoice) {
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  const shown = choice === "system" ? (dark ? "dark" : "light") : choice;
  document.documentElement.dataset.theme = shown;
  document.documentElement.dataset.themeChoice = choice;
  const kept = `${THEME_COOKIE}=${writeTheme(choice, shown)}`;
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Safari and over http
  document.cookie = `${kept}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`;
  window.dispatchEvent(new Event(CHANGED));
}

/** For useSyncExternalStore. Follows the system while "system" is chosen. */
export function subscribeToTheme(changed: () => void) {
  const query = matchMedia("(prefers-color-scheme: dark)");
  const follow = () => {
    if (currentChoice() === "system") chooseTheme("system");
  };
  follow();
  query.addEventListener("change", follow);
  window.addEventListener(CHANGED, changed);
  return () => {
    query.removeEventListener("change", follow);
    window.removeEventListener(CHANGED, changed);
  };
}
