import { Incomplete } from "@/components/ui/hint";
import { Missing } from "@/components/ui/missing";
import { percent } from "@/lib/format/rate";

/** A ratio as per cent. `reason` says why it is absent, or, with a value, what it was counted without. */
export function Rate({
  ratio,
  decimals = 2,
  reason,
}: {
  ratio: number | null;
  decimals?: number | undefined;
  reason?: string | undefined;
}) {
  if (ratio === null)
    return <Missing reason={reason ?? "Views are missing, so there is no rate."} />;
  const shown = percent(ratio, decimals);
  return reason ? <Incomplete reason={reason}>{shown}</Incomplete> : <span>{shown}</span>;
}
