import { afterAll, beforeAll, expect, it } from "vitest";
import { record } from "@/lib/queue/record";
import { type Supabase, startSupabase } from "../../support/supabase.ts";

let supabase: Supabase;
beforeAll(async () => {
  supabase = await startSupabase();
  await supabase.sql(`
    create function public.lock_two(first bigint, second bigint) returns bigint language plpgsql as $$
    begin
      perform pg_advisory_xact_lock(first), pg_sleep(0.3);
      perform pg_advisory_xact_lock(second);
      return first;
    end $$;
    grant execute on function public.lock_two to service_role`);
});
afterAll(() => supabase.stop());

it("is recorded again when two wait for each other", async () => {
  const calls: number[] = [];
  const db = supabase.serviceClient();
  const lockTwo = (first: number, second: number) =>
    record(() => {
      calls.push(first);
      // safe because this file made the function
      return db.rpc("lock_two" as never, { first, second } as never);
    });
  expect(await Promise.all([lockTwo(1, 2), lockTwo(2, 1)])).toEqual([1, 2]);
  expect(calls.length).toBeGreaterThan(2);
});

it("gives up on what will not pass by itself, at once", async () => {
  let calls = 0;
  const broken = record(() => {
    calls += 1;
    return supabase.serviceClient().rpc("no_such_function" as never);
  });
  await expect(broken).rejects.toThrow("database");
  expect(calls).toBe(1);
});
