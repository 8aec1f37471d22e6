import type { Metadata } from "next";
import { LIBRARY } from "@/components/placeholders/library-words";
import { PlannedPage } from "@/components/placeholders/planned-page";
import { requireScope } from "@/lib/supabase/server";
import { mayAs } from "@/lib/workspaces/schema";

export const metadata: Metadata = { title: "Media library" };

export default async function MediaLibraryPage() {
  const { role } = await requireScope();
  return <PlannedPage words={LIBRARY} mayAct={mayAs(role, "member")} />;
}
