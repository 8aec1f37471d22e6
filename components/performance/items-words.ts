import type { IngestProgress } from "@/components/performance/follow-ingest";
import { counted, exactCount } from "@/lib/format/count";

/** "120 of 200 items read", "120 items read", "" before the first. */
export function itemsWords({ items, ingested, duplicates, quarantined }: IngestProgress): string {
  const read = ingested + duplicates + quarantined;
  if (items !== null) return `${exactCount(read)} of ${counted(items, "item")} read`;
  return read > 0 ? `${counted(read, "item")} read` : "";
}
