import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TestUser } from "../../support/supabase.ts";
import { apiOf, workOnQueue } from "./api.ts";
import { claim, settle } from "./queue.ts";
import { plainIds, startWorld, type World } from "./world.ts";

let world: World;
let user: TestUser;
let own: postgres.Sql;

beforeAll(async () => {
  world = await startWorld();
  own = postgres(world.supabase.databaseUrl, { max: 1, onnotice: () => {} });
  user = await world.supabase.createUser("ada");
  await world.createJob(user, plainIds(5));
  await workOnQueue();
});
afterAll(async () => {
  await own.end();
  await world.stop();
});

/** Runs statements as a role, in one transaction. */
const as = (role: string, ...statements: string[]) =>
  own.begin(async (transaction) => {
    await transaction.unsafe(`set local role ${role}`);
    for (const statement of statements) await transaction.unsafe(statement);
  });

const LATEST = "select * from post_latest order by post_id";

describe("what was received and measured", () => {
  const TABLES = { raw_events: "is_simulated = false", post_metrics: "views = 1" };
  const ROLES = ["anon", "authenticated", "service_role", "postgres"];

  it.each(
    Object.entries(TABLES).flatMap(([table, change]) =>
      ROLES.flatMap((role) => [
        [role, table, `update public.${table} set ${change}`],
        [role, table, `delete from public.${table}`],
        [role, table, `truncate public.${table}`],
      ]),
    ),
  )("is refused to be changed: as %s, in %s: %s (invariant 19)", async (role, table, statement) => {
    const before = await world.sql(
      `select count(*), md5(string_agg(t::text, '' order by t::text)) from ${table} t`,
    );
    await expect(as(role, statement)).rejects.toMatchObject({ code: "42501" });
    expect(
      await world.sql(
        `select count(*), md5(string_agg(t::text, '' order by t::text)) from ${table} t`,
      ),
    ).toEqual(before);
  });

  it("could be changed by their owner without the trigger (control of invariant 19)", async () => {
    await world.sql("alter table raw_events disable trigger append_only");
    await as("postgres", "update public.raw_events set source = source");
    await world.sql("alter table raw_events enable trigger append_only");
  });

  it("is refused through the API as well, to the service key too (invariant 19)", async () => {
    const changed = await world.db.from("raw_events").delete().gt("id", 0).select();
    expect(changed.error?.code).toBe("42501");
    const emptied = await world.db
      .from("post_metrics")
      .update({ views: 1 })
      .gt("post_id", 0)
      .select();
    expect(emptied.error?.code).toBe("42501");
  });
});

describe("the latest snapshot of a post", () => {
  const rebuild = () => world.sql("select private.rebuild_post_latest($1)", [user.workspaceId]);

  it("never goes back in time when an older one arrives late (invariant 20)", async () => {
    const before = await world.sql(LATEST);
    const late =
      "update public.post_latest set views = 1, captured_at = captured_at - interval '1 s'";
    await as("service_role", late);
    expect(await world.sql(LATEST)).toEqual(before);
  });

  it("is derived again, row by row, from the snapshots of several runs (invariant 20)", async () => {
    world.clock.ms += 3_600_000;
    const job = await world.createJob(user, [...plainIds(8), "simNoLike01", "simGone0001"]);
    await workOnQueue();
    await apiOf(user).tell("rerun", job);
    await workOnQueue();
    const before = await world.sql(LATEST);
    expect(before).toHaveLength(9);
    for (const _time of [1, 2]) {
      await rebuild();
      expect(await world.sql(LATEST)).toEqual(before);
    }
  });

  it("is a snapshot that was kept, also when two links of a job lead to one post (invariant 20)", async () => {
    await world.createJob(user, ["simTwoLinks", "simTwoLinks"]);
    const first = await claim(world.db, { batchSize: 1 });
    const second = await claim(world.db, { batchSize: 1 });
    if (!first || !second) throw new Error("nothing to claim");
    expect(await settle(world.db, first, first.rows, "100")).toBe("accepted");
    expect(await settle(world.db, second, second.rows, "101")).toBe("accepted");
    const before = await world.sql(LATEST);
    await rebuild();
    expect(await world.sql(LATEST)).toEqual(before);
  });

  it("would differ had a snapshot been forgotten (control of invariant 20)", async () => {
    const before = await world.sql(LATEST);
    await world.sql("alter table post_latest disable trigger never_back_in_time");
    await world.sql("update post_latest set views = views - 1");
    await world.sql("alter table post_latest enable trigger never_back_in_time");
    expect(await world.sql(LATEST)).not.toEqual(before);
    await rebuild();
    expect(await world.sql(LATEST)).toEqual(before);
  });
});
