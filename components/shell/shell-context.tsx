"use client";

import { createContext, type ReactNode, use } from "react";
import type { NavFold } from "@/components/shell/nav-fold";
import type { FormAction } from "@/components/ui/form-state";

type ShellWorkspace = { id: string; name: string; role: string };

export type ShellState = {
  workspaces: ShellWorkspace[];
  workspace: ShellWorkspace;
  email: string;
  /** Whether single letters are shortcuts. */
  singleKeys: boolean;
  /** How the server drew the navigation. */
  navFold: NavFold;
  /** The workspace holds numbers from the simulator. */
  simulated: boolean;
  /** Everything in it was made up by the seeder. */
  sample: boolean;
  /** What every page says below its bar until it is mended. */
  strip?: ReactNode;
  /** The way to the inbox. */
  bell: ReactNode;
  switchWorkspace: FormAction;
  /** Takes `url`, the link of a post, and goes to its numbers. */
  measureLink: FormAction;
  signOut: () => Promise<void>;
};

const Context = createContext<ShellState | null>(null);

export function ShellProvider({ value, children }: { value: ShellState; children: ReactNode }) {
  return <Context value={value}>{children}</Context>;
}

/** Null outside the signed-in part, e.g. on an error page. */
export function useShell(): ShellState | null {
  return use(Context);
}
