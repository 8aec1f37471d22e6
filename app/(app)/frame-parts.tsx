import { unstable_rethrow } from "next/navigation";
import { Bell } from "@/components/shell/bell";
import { NavFreshness } from "@/components/shell/nav-freshness";
import { countUnread } from "@/lib/alerts/queries";
import { listFreshness } from "@/lib/dashboard/freshness";
import { log } from "@/lib/log/log";
import type { Scope } from "@/lib/supabase/server";

/** What the frame says besides its page comes later than it, and never takes it along when it fails. */
async function unlessItFails<T>(what: string, read: Promise<T>): Promise<T | null> {
  try {
    return await read;
  } catch (error) {
    unstable_rethrow(error);
    log("error", `${what} failed`, { error });
    return null;
  }
}

export async function UnreadBell({ scope }: { scope: Scope }) {
  return <Bell unread={await unlessItFails("counting the unread", countUnread(scope))} />;
}

export async function SourcesNow({ scope }: { scope: Scope }) {
  const sources = await unlessItFails("reading the sources", listFreshness(scope));
  return <NavFreshness sources={sources} zone={scope.timeZone} now={new Date()} />;
}
