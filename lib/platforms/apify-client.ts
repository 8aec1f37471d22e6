import { z } from "zod";
import { readExactJson } from "../http/exact-json.ts";
import { type CallLimits, fetchText } from "../http/fetch-text.ts";
import { type ApifyRefusal, type ApifyWords, apifyRefusal } from "./apify-refusal.ts";

/** How to reach an account at Apify, and how sentences name it. */
export type ApifyAccess = {
  baseUrl: string;
  token: string;
  words: ApifyWords;
  limits?: Partial<CallLimits> | undefined;
};

/** A run as Apify describes it. */
export type ApifyRun = {
  id: string;
  actorId: string;
  status: string;
  message: string | null;
  datasetId: string;
  startedAt: string | null;
  finishedAt: string | null;
  costUsd: number | null;
};

/** No usable answer. `open`: what was asked for may have happened all the same. */
export type ApifyTrouble = ApifyRefusal & { open?: boolean; tooLarge?: boolean };

const ENDED = ["SUCCEEDED", "FAILED", "TIMED-OUT", "ABORTED"];

export const hasEnded = ({ status }: { status: string }) => ENDED.includes(status);

const time = z.iso.datetime({ offset: true }).nullish().catch(null);
const runAnswer = z.object({
  data: z.object({
    id: z.string().min(1),
    actId: z.string().catch(""),
    status: z.string(),
    statusMessage: z.string().nullish().catch(null),
    defaultDatasetId: z.string().min(1),
    startedAt: time,
    finishedAt: time,
    usageTotalUsd: z.number().nonnegative().nullish().catch(null),
  }),
});
const actorAnswer = z.object({ data: z.object({ id: z.string() }) });

/** Starts a run. Whatever is not an answer of Apify's own leaves open whether it did. */
export async function startRun(
  access: ApifyAccess,
  { actor, input, query }: { actor: string; input: object; query: Record<string, string | number> },
  signal: AbortSignal,
) {
  const asked = new URLSearchParams(Object.entries(query).map(([key, value]) => [key, `${value}`]));
  const path = `actors/${encodeURIComponent(actor.replace("/", "~"))}/runs?${asked}`;
  return readRunAnswer(await callApify(access, path, signal, input));
}

export async function readRun(access: ApifyAccess, runId: string, signal: AbortSignal) {
  return readRunAnswer(await callApify(access, `actor-runs/${encodeURIComponent(runId)}`, signal));
}

/** Ends a run. What it wrote so far stays. */
export async function abortRun(access: ApifyAccess, runId: string, signal: AbortSignal) {
  const path = `actor-runs/${encodeURIComponent(runId)}/abort`;
  return readRunAnswer(await callApify(access, path, signal, {}));
}

/** The id behind an actor's name. */
export async function readActorId(access: ApifyAccess, actor: string, signal: AbortSignal) {
  const path = `actors/${encodeURIComponent(actor.replace("/", "~"))}`;
  const answer = await callApify(access, path, signal);
  if (answer.kind !== "json") return answer;
  const read = actorAnswer.safeParse(answer.body);
  return read.success
    ? { kind: "actor" as const, id: read.data.data.id }
    : notNow("Apify described an actor in an unknown way.");
}

/** A page of a data set, by offset: with `clean`, items without content are left out of it. */
export async function readItems(
  access: ApifyAccess,
  datasetId: string,
  { offset, limit, clean }: { offset: number; limit: number; clean: boolean },
  signal: AbortSignal,
) {
  const path = `datasets/${encodeURIComponent(datasetId)}/items?format=json${clean ? "&clean=true" : ""}&offset=${offset}&limit=${limit}`;
  const answer = await callApify(access, path, signal);
  if (answer.kind !== "json") return answer;
  const list = z.array(z.unknown()).safeParse(answer.body);
  if (!list.success) return notNow("Apify answered with something other than a list of items.");
  const total = Number(answer.headers.get("x-apify-pagination-total") ?? Number.NaN);
  return {
    kind: "items" as const,
    items: list.data,
    total: Number.isSafeInteger(total) ? total : null,
    bytes: answer.bytes,
  };
}

function readRunAnswer(answer: Awaited<ReturnType<typeof callApify>>) {
  if (answer.kind !== "json") return answer;
  const read = runAnswer.safeParse(answer.body);
  if (!read.success) return notNow("Apify described a run in an unknown way.", { open: true });
  const { data } = read.data;
  const run: ApifyRun = {
    id: data.id,
    actorId: data.actId,
    status: data.status,
    message: data.statusMessage ?? null,
    datasetId: data.defaultDatasetId,
    startedAt: data.startedAt ?? null,
    finishedAt: data.finishedAt ?? null,
    costUsd: data.usageTotalUsd ?? null,
  };
  return { kind: "run" as const, run };
}

async function callApify(
  { baseUrl, token, words, limits }: ApifyAccess,
  path: string,
  signal: AbortSignal,
  input?: object,
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
  if (answer.kind === "unanswered") {
    const { why } = answer;
    return notNow(answer.detail, { open: why !== "not_sent", tooLarge: why === "too_large" });
  }
  const body = readExactJson(answer.text);
  if (answer.status >= 200 && answer.status <= 299) {
    return { kind: "json" as const, body, headers: answer.headers, bytes: answer.text.length };
  }
  const refusal: ApifyTrouble = apifyRefusal(answer, body, words);
  // A gateway in between cannot know; Apify itself says so when it did nothing.
  const open = answer.status >= 500 && !apifyError.safeParse(body).success;
  return open ? { ...refusal, open } : refusal;
}

const apifyError = z.object({ error: z.object({ type: z.string() }) });

function notNow(detail: string, more: Pick<ApifyTrouble, "open" | "tooLarge"> = {}): ApifyTrouble {
  return { kind: "refused", code: "provider_error", afterSeconds: null, detail, ...more };
}
