import { AppFrame } from "@/app/(app)/app-frame";
import { requireScope } from "@/lib/supabase/server";

export default async function AppLayout({ children }: LayoutProps<"/">) {
  return <AppFrame scope={await requireScope()}>{children}</AppFrame>;
}
