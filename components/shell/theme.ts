export const THEME_COOKIE = "theme";
export const THEME_CHOICES = ["system", "light", "dark"] as const;

export type ThemeChoice = (typeof THEME_CHOICES)[number];
export type Theme = "light" | "dark";

/** The cookie says the choice and, for "system", what it last came to: "light", "system-dark". */
export function readTheme(cookie: string | undefined): { choice: ThemeChoice; shown: Theme } {
  if (cookie === "light" || cookie === "dark") return { choice: cookie, shown: cookie };
  return { choice: "system", shown: cookie === "system-dark" ? "dark" : "light" };
}

export function writeTheme(choice: ThemeChoice, shown: Theme): string {
  return choice === "system" ? `system-${shown}` : choice;
}

/** Runs before first paint, so that "system" never flashes the other theme. */
export const SYSTEM_THEME_SCRIPT =
  'document.documentElement.dataset.theme=matchMedia("(prefers-color-scheme: dark)").matches?"dark":"light"';
