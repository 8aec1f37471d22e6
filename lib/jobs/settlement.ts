import "server-only";
import { withoutSecrets } from "@/lib/log/log";
import { measuredRecord } from "@/lib/platforms/measured-record";
import type { Observation, RowError } from "@/lib/platforms/platform";
import { storableText } from "@/lib/storable";

/** What became of one leased row. */
export type Settled =
  | { kind: "measured"; rowNumber: number; observation: Observation }
  | { kind: "failed"; rowNumber: number; code: RowError; detail: string | null }
  | {
      kind: "released";
      rowNumber: number;
      code: RowError | null;
      afterSeconds: number;
      pendingRef: string | null;
      /** Counts as an attempt: the provider was asked and did not answer properly. */
      refused: boolean;
    };

function rowRecord(rowNumber: number, seen: Observation) {
  return {
    row_number: rowNumber,
    external_id: seen.externalId,
    url: seen.url,
    author_handle: seen.authorHandle,
    author_name: seen.authorName,
    title: seen.title,
    caption: seen.caption,
    media_kind: seen.mediaKind,
    duration_seconds: seen.durationSeconds,
    thumbnail_url: seen.thumbnailUrl,
    published_at: seen.publishedAt,
    ...measuredRecord(seen.metrics),
    definition: seen.definition,
    payload: seen.payload,
  };
}

/** The lists `settle_rows` takes. */
export function settlementRows(settled: Settled[]) {
  return {
    measured: settled.flatMap((row) =>
      row.kind === "measured" ? [rowRecord(row.rowNumber, row.observation)] : [],
    ),
    failed: settled.flatMap((row) =>
      row.kind === "failed"
        ? [
            {
              row_number: row.rowNumber,
              code: row.code,
              // Providers quote requests in their errors, keys included.
              detail: row.detail === null ? null : storableText(withoutSecrets(row.detail)),
            },
          ]
        : [],
    ),
    released: settled.flatMap((row) =>
      row.kind === "released"
        ? [
            {
              row_number: row.rowNumber,
              code: row.code,
              after_seconds: row.afterSeconds,
              pending_ref: row.pendingRef,
              refused: row.refused,
            },
          ]
        : [],
    ),
  };
}
