import { Missing } from "@/components/ui/missing";
import { compactCount, exactCount } from "@/lib/format/count";
import type { Count as Digits } from "@/lib/platforms/metric";

/** A 64-bit count: compact on screen, every digit on hover and focus. Null shows "—" with the reason. */
export function Count({ value, reason }: { value: Digits | number | null; reason?: string }) {
  if (value === null) return <Missing reason={reason ?? "Not measured yet."} />;
  const [compact, exact] = [compactCount(value), exactCount(value)];
  if (compact === exact) return <span>{exact}</span>;
  return (
    <button type="button" data-tip={exact} className="touch tip">
      <span aria-hidden="true">{compact}</span>
      <span className="sr-only">{exact}</span>
    </button>
  );
}
