import type { Metadata } from "next";
import { PlannedPage } from "@/components/placeholders/planned-page";
import { STUDIO } from "@/components/placeholders/studio-words";
import { requireScope } from "@/lib/supabase/server";
import { mayAs } from "@/lib/workspaces/schema";

export const metadata: Metadata = { title: "Creator studio" };

export default async function CreatorStudioPage() {
  const { role } = await requireScope();
  return <PlannedPage words={STUDIO} mayAct={mayAs(role, "member")} />;
}
