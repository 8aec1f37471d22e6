import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { workerOf } from "@/lib/queue/worker-frame";
import { type Supabase, startSupabase } from "../../support/supabase.ts";

let supabase: Supabase;
beforeAll(async () => {
  supabase = await startSupabase();
});
afterAll(() => supabase.stop());

it("does at once what is called for while it waits for something later", async () => {
  let isThere = false;
  let isDone = false;
  const work = workerOf<"new">({
    name: "worker of this test",
    lanes: 2,
    claim: async () => {
      if (!isThere || isDone) return { order: null, next_in_seconds: isDone ? null : 14 };
      isDone = true;
      return { order: "new", next_in_seconds: 0 };
    },
    work: async () => 1,
    describe: () => ({}),
  });
  const waiting = work(supabase.serviceClient());
  await sleep(100);
  isThere = true;
  const called = work(supabase.serviceClient());
  expect(await Promise.race([called, sleep(10_000, "slept on")])).toMatchObject({ worth: 1 });
  expect(await waiting).toMatchObject({ worth: 1 });
});
