import { z } from "zod";
import type { Api } from "./api.ts";
import { insist } from "./insist.ts";
import { progressBar } from "./progress.ts";

const BATCH = 400;
const PEOPLE = 10_000;
/** So many batches are under way at once. */
const IN_FLIGHT = 3;

const sample = z.object({
  workspace_id: z.uuid(),
  name: z.string(),
  seed: z.number(),
  users: z.number(),
  posts: z.number(),
  hashtags: z.number(),
  now: z.string(),
});
type Sample = z.output<typeof sample>;
export const storedRows = z.object({
  people: z.number(),
  posts: z.number(),
  comments: z.number(),
  engagements: z.number(),
});
export type Stored = z.output<typeof storedRows>;
const removal = z.object({ remaining_posts: z.number(), removed: z.boolean() });

export async function createSample(api: Api, plan: Record<string, unknown>) {
  return sample.parse(await (await api.request("POST", "/api/v1/samples", { json: plan })).json());
}

/** Has the server make and store the sample, part by part. Each part may be asked for again. */
export async function fillSample(api: Api, { users, posts }: Sample, signal: AbortSignal) {
  const bar = progressBar("posts", posts);
  const total: Stored = { people: 0, posts: 0, comments: 0, engagements: 0 };
  async function store(part: string, from: number, take: number) {
    const json = { part, from, take };
    // A part that is there already adds nothing.
    const answer = await insist(
      async () => (await api.request("POST", "/api/v1/samples/fill", { json })).json(),
      signal,
    );
    const rows = storedRows.parse(answer);
    for (const name of ["people", "posts", "comments", "engagements"] as const) {
      total[name] += rows[name];
    }
    bar.show(total.posts);
  }
  try {
    for (let from = 0; from < users; from += PEOPLE) await store("people", from, PEOPLE);
    let next = 0;
    const worker = async () => {
      while (next < posts) {
        const from = next;
        next += BATCH;
        await store("posts", from, BATCH).catch((error) => {
          // The others need not go on: what was made is removed.
          next = posts;
          throw error;
        });
      }
    };
    const ended = await Promise.allSettled(Array.from({ length: IN_FLIGHT }, worker));
    for (const each of ended) if (each.status === "rejected") throw each.reason;
    return total;
  } finally {
    bar.clear();
  }
}

/** Removes the sample workspace that `api` is in, piece by piece. */
export async function removeSample(api: Api, signal: AbortSignal) {
  let bar: ReturnType<typeof progressBar> | null = null;
  let all = 0;
  try {
    for (;;) {
      // Parts that are still being stored may be in the way at first.
      const answer = await insist(
        async () => (await api.request("DELETE", "/api/v1/samples")).json(),
        signal,
      );
      const { remaining_posts: remaining, removed } = removal.parse(answer);
      if (removed) return;
      all ||= remaining;
      bar ??= progressBar("posts removed", all);
      bar.show(all - remaining);
    }
  } finally {
    bar?.clear();
  }
}
