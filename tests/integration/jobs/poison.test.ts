import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { TestUser } from "../../support/supabase.ts";
import { claim, settle } from "./queue.ts";
import { plainIds, startWorld, uploadOf, type World, watchUrl } from "./world.ts";

let world: World;
let ada: TestUser;

beforeAll(async () => {
  world = await startWorld();
  ada = await world.supabase.createUser("ada");
});
afterAll(() => world.stop());

describe("a row that kills each worker that takes it", () => {
  const ROWS = 600;
  const POISON = 7;

  /** Works a job off in batches of 300 and dies wherever the poison is. Returns the rows lost in vain. */
  async function workedOff() {
    const job = await world.createJob(ada, plainIds(ROWS));
    let lostInVain = 0;
    for (let got = await claim(world.db, { batchSize: 300 }); got; ) {
      if (got.rows.some(({ row_number }) => row_number === POISON)) {
        lostInVain += got.rows.length;
        await world.endLeases();
      } else {
        await settle(world.db, got);
      }
      got = await claim(world.db, { batchSize: 300 });
    }
    return { job, lostInVain };
  }

  afterEach(() => world.sql("update jobs set status = 'cancelled' where status = 'running'"));

  it("is given up after four, and takes nobody with it (invariant 5)", async () => {
    const { job, lostInVain } = await workedOff();
    expect(await world.states(job)).toEqual({ succeeded: ROWS - 1, failed: 1 });
    expect(
      await world.sql(
        "select row_number, error_code from job_rows where job_id = $1 and status = 'failed'",
        [job],
      ),
    ).toEqual([{ row_number: POISON, error_code: "internal" }]);
    expect(await world.jobOf(job)).toMatchObject({ status: "completed", failed_rows: 1 });
    // One full batch, then 50, 5 and the row alone.
    expect(lostInVain).toBe(300 + 50 + 5 + 1);
  });

  it("takes its whole batch with it when it is not set apart (control of invariant 5)", async () => {
    const mend = await world.weaken(
      "private.company",
      "select case lost when 0 then most when 1 then least(most, 50) when 2 then least(most, 5) else 1 end",
      "select most",
    );
    const { job } = await workedOff();
    await mend();
    expect((await world.states(job)).failed).toBe(300);
  });
});

describe("making a job", () => {
  const TABLES = ["jobs", "job_rows", "job_rejections", "job_lanes"];
  const left = () =>
    world.sql(
      `select (select count(*)::int from jobs) as jobs, (select count(*)::int from job_rows) as job_rows,
        (select count(*)::int from job_rejections) as job_rejections, (select count(*)::int from job_lanes) as job_lanes`,
    );
  const rejected = {
    row_number: 9,
    problem: "link_missing",
    field: "url",
    found: "",
    expected: "a link",
    cells: [""],
  };

  async function create(bad: Record<string, unknown> = {}) {
    const upload = uploadOf(ada, plainIds(5));
    const rows = upload.rows.map((row) => (row.row_number === 3 ? { ...row, ...bad } : row));
    return world.supabase
      .clientFor(ada)
      .rpc("create_job", { upload: { ...upload, rows, rejected: [rejected] } });
  }

  it.each([
    ["an unknown platform", { platform: "myspace" }],
    ["a number below 1", { row_number: 0 }],
    ["the number of another row", { row_number: 4 }],
    ["no link", { url: null }],
  ])("leaves nothing when a row in the middle has %s (invariant 6)", async (_what, bad) => {
    const before = await left();
    expect((await create(bad)).error).not.toBeNull();
    expect(await left()).toEqual(before);
  });

  it.each(
    TABLES.flatMap((table) => [
      [table, "before"],
      [table, "after"],
    ]),
  )("leaves nothing when writing %s fails, %s the statement (invariant 6)", async (table, when) => {
    const before = await left();
    await world.sql(
      `create or replace function private.break_for_test() returns trigger language plpgsql as $$
       begin raise exception 'broken on purpose'; end $$;
       create trigger break_for_test ${when} insert on public.${table}
         for each statement execute function private.break_for_test()`,
    );
    const { error } = await create();
    await world.sql(`drop trigger break_for_test on public.${table}`);
    expect(error?.message).toContain("broken on purpose");
    expect(await left()).toEqual(before);
  });

  it("makes the job, its rows, rejections and lanes together when nothing fails (control of invariant 6)", async () => {
    const { data, error } = await create();
    expect(error).toBeNull();
    const [found] = await world.sql(
      "select uploaded_url from job_rows where job_id = $1 and row_number = 3",
      [data],
    );
    expect(found).toEqual({ uploaded_url: watchUrl(plainIds(5)[2] ?? "") });
  });
});
