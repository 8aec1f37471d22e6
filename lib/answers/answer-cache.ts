import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import type { AnswerStore, KeptAnswer } from "@/lib/answers/answer-store";
import { AppError } from "@/lib/errors";

/** A store that takes longer than asking would is of no use. */
const PATIENCE_MS = 250;

/** Begins what stands where the id of a workspace does, and is none. */
const PROBE = "probe";

const keptAnswer = z.object({ key: z.string(), asked_at: z.number(), answer: z.unknown() });

type Flight = { startedAt: number; answer: Promise<unknown> };
type Options = {
  store: AnswerStore;
  ttlMs: number;
  onFault: (doing: "read" | "write" | "forget" | "probe", error: unknown) => void;
};
type Question = { workspaceId: string; name: string; params: object };

/**
 * Answers of the last moments, by workspace, name and parameters. Callers who ask the same at the
 * same time share one question. The age of an answer counts from before it was asked.
 */
export function answerCache({ store, ttlMs, onFault }: Options) {
  const flights = new Map<string, Flight>();
  const isFresh = (at: number) => Date.now() >= at && Date.now() - at < ttlMs;

  async function read(key: string) {
    try {
      const kept = keptAnswer.safeParse(await inTime(store.get(key)));
      if (kept.success && kept.data.key === key && isFresh(kept.data.asked_at)) return kept.data;
    } catch (error) {
      onFault("read", error);
    }
    return null;
  }

  async function find(flight: { key: string; startedAt: number }, workspaceId: string, ask: Ask) {
    const { key, startedAt } = flight;
    const kept = await read(key);
    if (kept) return kept.answer;
    const answer = await ask();
    // Forgotten meanwhile: what was asked before that is not kept.
    if (flights.get(key)?.startedAt === startedAt) {
      void keep({ key, asked_at: startedAt, answer }, workspaceId);
    }
    return answer;
  }

  async function keep(entry: KeptAnswer, workspaceId: string) {
    try {
      await store.set(entry.key, entry, workspaceId, ttlMs / 1000);
    } catch (error) {
      onFault("write", error);
    }
  }

  /** The kept answer, or a new one; with a time to live of 0 always a new one. */
  async function answer({ workspaceId, name, params }: Question, ask: Ask): Promise<unknown> {
    if (ttlMs === 0) return ask();
    const key = `${workspaceId} ${name} ${canonical(params)}`;
    const running = flights.get(key);
    if (running && isFresh(running.startedAt)) {
      // What the first caller was refused as the person they are says nothing about the next.
      return running.answer.catch((error) => (isPersonal(error) ? ask() : Promise.reject(error)));
    }
    const startedAt = Date.now();
    const flight = { startedAt, answer: find({ key, startedAt }, workspaceId, ask) };
    flights.set(key, flight);
    try {
      return await flight.answer;
    } finally {
      if (flights.get(key) === flight) flights.delete(key);
    }
  }

  /** Drops what is kept of a workspace, and keeps nothing of what is being asked about it. */
  async function forget(workspaceId: string) {
    for (const key of flights.keys()) if (key.startsWith(`${workspaceId} `)) flights.delete(key);
    try {
      await inTime(store.forget(workspaceId));
    } catch (error) {
      onFault("forget", error);
    }
  }

  /** Whether what is put into the store comes out of it. */
  async function health(): Promise<"up" | "down" | "disabled"> {
    if (ttlMs === 0) return "disabled";
    // One of its own each: who asks at the same time must not forget another's.
    const key = `${PROBE} ${crypto.randomUUID()}`;
    try {
      await inTime(store.set(key, { key, asked_at: Date.now(), answer: null }, key, 1));
      const kept = keptAnswer.safeParse(await inTime(store.get(key)));
      await inTime(store.forget(key));
      return kept.success && kept.data.key === key ? "up" : "down";
    } catch (error) {
      onFault("probe", error);
      return "down";
    }
  }

  return { answer, forget, health };
}
type Ask = () => Promise<unknown>;

/** The same text for the same parameters, in whichever order they stand; absent ones are left out. */
function canonical(params: object) {
  const set = Object.entries(params).filter(([, value]) => value !== undefined);
  return JSON.stringify(set.toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

function isPersonal(error: unknown) {
  return (
    error instanceof AppError && ["unauthenticated", "forbidden", "not_found"].includes(error.code)
  );
}

function inTime<T>(work: Promise<T>): Promise<T> {
  const late = sleep(PATIENCE_MS, undefined, { ref: false }).then(() => {
    throw new Error(`The cache did not answer within ${PATIENCE_MS} ms.`);
  });
  // Whichever comes second is nobody's any more.
  late.catch(() => {});
  work.catch(() => {});
  return Promise.race([work, late]);
}
