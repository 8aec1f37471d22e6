import {
  type ApifyAccess,
  type ApifyTrouble,
  hasEnded,
  readItems,
  readRun,
  startRun,
} from "./apify-client.ts";
import type { BatchResult } from "./platform.ts";

/** A run that has ended, with every item that it wrote. */
export type EndedRun = { kind: "ended"; status: string; statusMessage: string; items: unknown[] };

/** Short runs end while we wait for the first answer; long ones are asked for later. */
const WAIT_SECONDS = 5;
const POLL_SECONDS = 10;
const RUN_TIMEOUT_SECONDS = 600;
const PAGE_ITEMS = 200;
const MAX_PAGES = 10;

/** Starts a run for up to `maxItems` results, or looks after the one that `ref` names, for a few seconds. */
export async function runActor(
  access: ApifyAccess & { actor: string },
  input: Record<string, unknown>,
  maxItems: number,
  { ref, signal }: { ref: string | null; signal: AbortSignal },
): Promise<EndedRun | BatchResult> {
  const query = { timeout: RUN_TIMEOUT_SECONDS, maxItems, waitForFinish: WAIT_SECONDS };
  const answer = ref
    ? await readRun(access, ref, signal)
    : await startRun(access, { actor: access.actor, input, query }, signal);
  if (answer.kind !== "run") return keepRun(answer, ref);
  const { run } = answer;
  if (!hasEnded(run)) return { kind: "pending", ref: run.id, afterSeconds: POLL_SECONDS };
  const items = await readDataset(access, run.datasetId, signal);
  if (!Array.isArray(items)) return keepRun(items, run.id);
  return { kind: "ended", status: run.status, statusMessage: run.message ?? "", items };
}

async function readDataset(access: ApifyAccess, datasetId: string, signal: AbortSignal) {
  const items: unknown[] = [];
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const offset = page * PAGE_ITEMS;
    const answer = await readItems(
      access,
      datasetId,
      { offset, limit: PAGE_ITEMS, clean: true },
      signal,
    );
    if (answer.kind !== "items") return answer;
    items.push(...answer.items);
    // With `clean` a page may be short though more follow: only the total tells.
    if (offset + PAGE_ITEMS >= (answer.total ?? 0)) break;
  }
  return items;
}

// A started run is paid for: later it is asked for again, rather than another one started.
function keepRun(trouble: ApifyTrouble, ref: string | null): BatchResult {
  if (trouble.kind === "failed") return trouble;
  const { kind, code, afterSeconds, detail } = trouble;
  return { kind, code, afterSeconds, detail, ...(ref !== null && { ref }) };
}
