import { Badge } from "@/components/ui/badge";

/** Marks a figure that no platform told: computed by us, on focus from what. */
export function DerivedBadge({ from = "measured numbers" }: { from?: string }) {
  return (
    <Badge kind="derived" tip={`Computed by us from ${from}.`}>
      Derived
    </Badge>
  );
}
