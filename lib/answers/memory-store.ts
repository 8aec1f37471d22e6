import type { AnswerStore } from "@/lib/answers/answer-store";

const MOST_CHARACTERS = 32_000_000;
const LONGEST = 1_000_000;

/** Answers in this process's memory; those asked for longest ago go when it is full. */
export function memoryStore(most = MOST_CHARACTERS): AnswerStore {
  const kept = new Map<string, { text: string; workspaceId: string; until: number }>();
  let characters = 0;

  function remove(key: string) {
    characters -= kept.get(key)?.text.length ?? 0;
    kept.delete(key);
  }
  const keysOf = (workspaceId: string) =>
    [...kept].filter(([, each]) => each.workspaceId === workspaceId).map(([key]) => key);
  function removeOld() {
    for (const [key, { until }] of kept) if (until <= Date.now()) remove(key);
  }

  return {
    async get(key) {
      const found = kept.get(key);
      if (!found) return null;
      // The last of a Map is the one asked for last.
      kept.delete(key);
      kept.set(key, found);
      return JSON.parse(found.text);
    },
    async set(key, answer, workspaceId, ttlSeconds) {
      remove(key);
      // As text: nobody who got it can change it.
      const text = JSON.stringify(answer);
      if (text.length > Math.min(LONGEST, most)) return;
      kept.set(key, { text, workspaceId, until: answer.asked_at + ttlSeconds * 1000 });
      characters += text.length;
      for (const oldest of kept.keys()) {
        if (characters <= most) break;
        remove(oldest);
      }
    },
    async forget(workspaceId) {
      for (const key of keysOf(workspaceId)) remove(key);
    },
    count(workspaceId) {
      removeOld();
      return keysOf(workspaceId).length;
    },
  };
}
