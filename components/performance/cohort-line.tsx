import { createHash } from "node:crypto";
import { Hint } from "@/components/ui/hint";
import { moment } from "@/lib/format/time";
import type { ReelList } from "@/lib/reels/queries";

/** Which window, whose numbers, which cohort. */
export function CohortLine({
  cohort,
  sources,
  zone,
}: {
  cohort: ReelList["cohort"];
  sources: string[];
  zone: string;
}) {
  const { starts_at, ends_at, id, days } = cohort;
  // Each told from the other, so that both have their day.
  const from = moment(starts_at, zone, new Date(ends_at));
  const until = moment(ends_at, zone, new Date(starts_at));
  const mark = createHash("sha256").update(id).digest("hex").slice(0, 4);
  return (
    <>
      Reels published {from} – {until} · times in {zone}
      {sources.length > 0 &&
        ` · ${sources.length === 1 ? "source" : "sources"}: ${sources.join(", ")}`}
      {" · id "}
      <Hint tip={`${id}. These reels and numbers under one id: it gives the same answer later.`}>
        <span className="font-mono">{`${days}d-${mark}`}</span>
      </Hint>
    </>
  );
}
