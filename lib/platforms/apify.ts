import { z } from "zod";
import { readExactJson } from "../http/exact-json.ts";
import { type CallLimits, fetchText } from "../http/fetch-text.ts";
import { apifyRefusal } from "./apify-refusal.ts";
import type { BatchResult } from "./platform.ts";

/** How to reach an account at Apify. `actorSetting` names the setting that chose the actor. */
export type ApifyAccess = {
  baseUrl: string;
  token: string;
  actor: string;
  actorSetting: string;
  limits?: Partial<CallLimits> | undefined;
};

/** A run that has ended, with every item that it wrote. */
export type EndedRun = { kind: "ended"; status: string; statusMessage: string; items: unknown[] };

/** Short runs end while we wait for the first answer; long ones are asked for later. */
const WAIT_SECONDS = 5;
const POLL_SECONDS = 10;
const RUN_TIMEOUT_SECONDS = 600;
const PAGE_ITEMS = 200;
const MAX_PAGES = 10;
const ENDED = ["SUCCEEDED", "FAILED", "TIMED-OUT", "ABORTED"];

const runAnswer = z.object({
  data: z.object({
    id: z.string().min(1),
    status: z.string(),
    statusMessage: z.string().nullish().catch(null),
    defaultDatasetId: z.string().min(1),
  }),
});

/** Starts a run for up to `maxItems` results, or looks after the one that `ref` names, for a few seconds. */
export async function runActor(
  access: ApifyAccess,
  input: Record<string, unknown>,
  maxItems: number,
  { ref, signal }: { ref: string | null; signal: AbortSignal },
): Promise<EndedRun | BatchResult> {
  const start = `actors/${encodeURIComponent(access.actor.replace("/", "~"))}/runs?timeout=${RUN_TIMEOUT_SECONDS}&maxItems=${maxItems}&waitForFinish=${WAIT_SECONDS}`;
  const answer = ref
    ? await callApify(access, `actor-runs/${encodeURIComponent(ref)}`, signal)
    : await callApify(access, start, signal, input);
  if (answer.kind !== "json") return keepRun(answer, ref);
  const read = runAnswer.safeParse(answer.body);
  if (!read.success) return keepRun(notNow("Apify described a run in an unknown way."), ref);

  const { id, status, statusMessage, defaultDatasetId } = read.data.data;
  if (!ENDED.includes(status)) return { kind: "pending", ref: id, afterSeconds: POLL_SECONDS };
  const items = await readDataset(access, defaultDatasetId, signal);
  if (!Array.isArray(items)) return keepRun(items, id);
  return { kind: "ended", status, statusMessage: statusMessage ?? "", items };
}

async function readDataset(access: ApifyAccess, datasetId: string, signal: AbortSignal) {
  const items: unknown[] = [];
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const offset = page * PAGE_ITEMS;
    const path = `datasets/${encodeURIComponent(datasetId)}/items?format=json&clean=true&offset=${offset}&limit=${PAGE_ITEMS}`;
    const answer = await callApify(access, path, signal);
    if (answer.kind !== "json") return answer;
    const list = z.array(z.unknown()).safeParse(answer.body);
    if (!list.success) return notNow("Apify answered with something other than a list of items.");
    items.push(...list.data);
    // With `clean` a page may be short though more follow: only the total tells.
    const total = Number(answer.headers.get("x-apify-pagination-total") ?? 0);
    if (offset + PAGE_ITEMS >= total) break;
  }
  return items;
}

async function callApify(
  { baseUrl, token, actorSetting, limits }: ApifyAccess,
  path: string,
  signal: AbortSignal,
  input?: Record<string, unknown>,
) {
  const answer = await fetchText({
    url: new URL(`${baseUrl}/${path}`),
    method: input ? "POST" : "GET",
    headers: {
      authorization: `Bearer ${token}`,
      ...(input && { "content-type": "application/json" }),
    },
    ...(input && { body: JSON.stringify(input) }),
    signal,
    limits,
  });
  if (answer.kind === "unanswered") return notNow(answer.detail);
  const body = readExactJson(answer.text);
  if (answer.status < 200 || answer.status > 299) return apifyRefusal(answer, body, actorSetting);
  return { kind: "json" as const, body, headers: answer.headers };
}

function notNow(detail: string): BatchResult {
  return { kind: "refused", code: "provider_error", afterSeconds: null, detail };
}

// A started run is paid for: later it is asked for again, rather than another one started.
function keepRun(result: BatchResult, ref: string | null): BatchResult {
  return result.kind === "refused" && ref ? { ...result, ref } : result;
}
