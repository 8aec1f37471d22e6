import { Missing } from "@/components/ui/missing";
import { calendarDay } from "@/lib/format/time";

/** The day a post was published. */
export function Published({ at, zone }: { at: string | null; zone: string }) {
  if (at === null) return <Missing reason="The platform did not say when it was published." />;
  return <>{calendarDay(at, zone)}</>;
}
