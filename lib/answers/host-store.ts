import { createHash } from "node:crypto";
import { getCache, waitUntil } from "@vercel/functions";
import type { AnswerStore } from "@/lib/answers/answer-store";

/** Longer items the host refuses. */
const LONGEST = 1_000_000;

/** The cache that all copies of this server share on Vercel. A deployment has its own: it may answer differently. */
export function hostStore(deployment: string): AnswerStore {
  const cache = () =>
    getCache({
      namespace: `answers-${deployment}`,
      // Out of the box keys become 32 bits, in which two workspaces could meet.
      keyHashFunction: (key) => createHash("sha256").update(key).digest("hex"),
    });
  const tagOf = (workspaceId: string) => `answers-${workspaceId}`;

  return {
    get: (key) => cache().get(key),
    set(key, kept, workspaceId, ttlSeconds) {
      if (JSON.stringify(kept).length > LONGEST) return Promise.resolve();
      const options = { ttl: Math.ceil(ttlSeconds), tags: [tagOf(workspaceId)], name: "answer" };
      const set = cache().set(key, kept, options);
      // The function may be frozen as soon as it has answered.
      waitUntil(set.catch(() => {}));
      return set;
    },
    forget: (workspaceId) => cache().expireTag(tagOf(workspaceId)),
    count: () => null,
  };
}
