"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useSyncExternalStore } from "react";
import { THEME_CHOICES, type ThemeChoice } from "@/components/shell/theme";
import { chooseTheme, currentChoice, subscribeToTheme } from "@/components/shell/theme-browser";
import { Menu } from "@/components/ui/menu";
import { MenuChoice } from "@/components/ui/menu-choice";

const NAMES = { system: "Like the system", light: "Light", dark: "Dark" };
const ICONS = { system: <Monitor />, light: <Sun />, dark: <Moon /> };

/** Light, dark, or like the system. */
export function ThemeMenu() {
  const choice = useSyncExternalStore<ThemeChoice>(subscribeToTheme, currentChoice, () => "system");
  const choices = THEME_CHOICES.map((value) => ({
    value,
    title: NAMES[value],
    icon: ICONS[value],
  }));

  return (
    <Menu
      label="Theme"
      look={{ variant: "quiet", square: true }}
      trigger={
        <svg
          viewBox="0 0 16 16"
          width="16"
          height="16"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.5"
          aria-hidden="true"
        >
          <circle cx="8" cy="8" r="5.5" />
          <path d="M8 2.5a5.5 5.5 0 0 1 0 11z" fill="currentColor" />
        </svg>
      }
    >
      <MenuChoice
        label="Theme"
        value={choice}
        onChange={(value) =>
          chooseTheme(THEME_CHOICES.find((known) => known === value) ?? "system")
        }
        choices={choices}
      />
    </Menu>
  );
}
