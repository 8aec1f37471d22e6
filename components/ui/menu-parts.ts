import type { Menu } from "@base-ui/react/menu";
import { createContext, use } from "react";

/** The parts of an open menu: the popup hands them down, so that a closed one needs none of their code. */
export const MenuParts = createContext<typeof Menu | null>(null);

export function useMenuParts() {
  const parts = use(MenuParts);
  if (!parts) throw new Error("An item of a menu stands outside of one.");
  return parts;
}
