import "server-only";
import type { IngestAccess } from "@/lib/ingest/access";
import type { IngestOrder } from "@/lib/ingest/claim";
import { itemText } from "@/lib/ingest/item-text";
import { againAfter, holdOf, reportsOf, settleStep } from "@/lib/ingest/settlement";
import { readItems } from "@/lib/platforms/apify-client";
import { record } from "@/lib/queue/record";
import type { Db } from "@/lib/supabase/server";

type Ready = Extract<IngestAccess, { kind: "ready" }>;

/** A page is recorded in one call: far below what an answer of Apify may have. */
const PAGE_BYTES = 2 * 1024 * 1024;
const MOST_ITEMS = 1000;

/** Reads the next page of a run's items and records it. Returns how many items. */
export async function collectPage(
  db: Db,
  order: IngestOrder,
  { access, limits, simulated }: Ready,
  signal: AbortSignal,
) {
  const { next_offset: offset, page_items: limit } = order;
  const page = { offset, limit, clean: false };
  const answer = await readItems(access, order.dataset_id ?? "", page, signal);
  if (answer.kind !== "items") {
    const again = againAfter(order, answer);
    if (!answer.tooLarge) return settled(again);
    if (limit > 1) {
      const detail = `${limit} items at once are too many: half of them are asked for.`;
      const pageItems = Math.ceil(limit / 2);
      const smaller = { step: "again", code: "too_large", detail, afterSeconds: 0 } as const;
      return settled({ ...smaller, counts: false, pageItems });
    }
    const detail = `Item ${offset + 1} of the run alone is larger than 10 MiB and cannot be read. What came before it is kept.`;
    return settled({ step: "failed", code: "too_large", detail });
  }
  const { items, total, bytes } = answer;
  if (items.length === 0 && total !== null && offset < total) {
    const detail = `Apify tells of ${total} items and gave none from item ${offset + 1} on.`;
    const later = { kind: "refused", code: "provider_error", afterSeconds: null, detail } as const;
    return settled(againAfter(order, later));
  }
  const batch = {
    ...holdOf(order),
    offset,
    items: items.map(itemText),
    total: total ?? (items.length < limit ? offset + items.length : offset + limit + 1),
    page_items: pageSize(items.length, bytes),
    is_simulated: simulated,
    reports: reportsOf(limits, null),
  };
  // safe because JSON is what it becomes on the way
  await record(() => db.rpc("settle_ingest_page", { batch: batch as never }));
  return items.length;

  async function settled(step: Parameters<typeof settleStep>[2]) {
    const trouble = answer.kind === "items" ? null : answer;
    await settleStep(db, order, step, limits, trouble);
    return 0;
  }
}

/** How many items of this size make a page. */
function pageSize(items: number, bytes: number) {
  const each = bytes / Math.max(1, items);
  return Math.min(MOST_ITEMS, Math.max(1, Math.floor(PAGE_BYTES / Math.max(1, each))));
}
