"use client";

import { PanelLeftClose, PanelLeftOpen } from "lucide-react";
import { toggleNavFold, useNavFold } from "@/components/shell/nav-fold-browser";
import { useShell } from "@/components/shell/shell-context";
import { IconButton } from "@/components/ui/button";

/** Folds the navigation of a wide screen to its icons, and opens it again. */
export function NavToggle() {
  const isOpen = useNavFold(useShell()?.navFold ?? "open") === "open";
  const Icon = isOpen ? PanelLeftClose : PanelLeftOpen;
  return (
    <IconButton
      label={isOpen ? "Fold the navigation" : "Open the navigation"}
      aria-expanded={isOpen}
      aria-controls="navigation"
      data-tip-side="right"
      onClick={toggleNavFold}
      className="max-lg:hidden"
    >
      <Icon aria-hidden="true" />
    </IconButton>
  );
}
