"use client";

import { ChevronDown, LogOut, Plus } from "lucide-react";
import { useState, useTransition } from "react";
import { Logo } from "@/components/shell/logo";
import { useShell } from "@/components/shell/shell-context";
import { cx } from "@/components/ui/cx";
import { Menu, MenuItem, MenuLink, MenuSeparator } from "@/components/ui/menu";
import { MenuChoice } from "@/components/ui/menu-choice";

const ROLES: Record<string, string> = {
  owner: "Owner",
  admin: "Admin",
  member: "Member",
  viewer: "Viewer",
};

/** Which workspace one is in, the way to the others, and out. `compact` is the form for phones. */
export function WorkspaceMenu({ compact = false }: { compact?: boolean }) {
  const shell = useShell();
  const [error, setError] = useState<string>();
  const [pending, start] = useTransition();
  if (!shell) return null;
  const { workspaces, workspace, email, switchWorkspace, signOut } = shell;

  function onSwitch(workspaceId: string) {
    if (workspaceId === workspace.id) return;
    const form = new FormData();
    form.set("workspaceId", workspaceId);
    start(async () => setError((await switchWorkspace({}, form)).error));
  }

  return (
    <div className="min-w-0">
      <Menu
        align="start"
        triggerClass="touch flex w-full min-w-0 items-center gap-2.5 rounded-md px-2 py-1.5 text-left leading-4 hover:bg-hover data-popup-open:bg-hover slim:justify-center slim:px-0"
        note={`Signed in as ${email}`}
        trigger={
          <>
            <Logo />
            <span
              aria-busy={pending}
              className={cx("flex min-w-0 flex-col slim:sr-only", !compact && "flex-1")}
            >
              <span className="sr-only">Workspace: </span>
              <span className="truncate font-strong">{workspace.name}</span>
              {!compact && (
                <span className="truncate text-xs text-muted">
                  {ROLES[workspace.role]} · Media Metrics Lab
                </span>
              )}
            </span>
            <ChevronDown aria-hidden="true" className="text-muted slim:hidden" />
          </>
        }
      >
        <MenuChoice
          label="Workspaces"
          value={workspace.id}
          onChange={onSwitch}
          choices={workspaces.map(({ id, name, role }) => ({
            value: id,
            title: name,
            end: ROLES[role],
          }))}
        />
        <MenuSeparator />
        <MenuLink href="/settings#new-workspace" icon={<Plus />} title="New workspace" />
        <MenuItem
          icon={<LogOut />}
          title="Sign out"
          onSelect={() => start(async () => signOut())}
        />
      </Menu>
      {error && (
        <p role="alert" className="px-2 pt-1 text-xs text-bad-text">
          {error}
        </p>
      )}
    </div>
  );
}
