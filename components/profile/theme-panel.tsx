"use client";

import { useSyncExternalStore } from "react";
import { THEME_CHOICES, type ThemeChoice } from "@/components/shell/theme";
import { chooseTheme, currentChoice, subscribeToTheme } from "@/components/shell/theme-browser";
import { Panel, PanelBody, PanelHead } from "@/components/ui/panel";

const NAMES = { system: "Like the system", light: "Light", dark: "Dark" };

/** Light, dark, or like the system; takes effect at once. */
export function ThemePanel() {
  const choice = useSyncExternalStore<ThemeChoice>(subscribeToTheme, currentChoice, () => "system");
  return (
    <Panel>
      <PanelHead title="Theme" sub="In this browser; it changes at once." />
      <PanelBody>
        <fieldset className="flex flex-wrap gap-x-5 gap-y-2">
          <legend className="sr-only">Theme</legend>
          {THEME_CHOICES.map((each) => (
            <label key={each} className="touch flex cursor-pointer items-center gap-2">
              <input
                type="radio"
                name="theme"
                value={each}
                checked={each === choice}
                onChange={() => chooseTheme(each)}
                className="size-3.5 accent-(--accent)"
              />
              {NAMES[each]}
            </label>
          ))}
        </fieldset>
      </PanelBody>
    </Panel>
  );
}
