import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { CONNECTIONS } from "@/lib/platforms/connected";
import { refreshMinute } from "../../support/refresh-calls.ts";
import type { TestUser } from "../../support/supabase.ts";
import { api, type ConnectingWorld, startConnecting } from "./connecting.ts";

let world: ConnectingWorld;
let ada: TestUser;
const secrets = new Set<string>();
const logged: string[] = [];

beforeAll(async () => {
  world = await startConnecting({ LOG_LEVEL: "debug" });
  ada = await world.supabase.createUser("ada");
  const { grants } = world.simulator;
  const { issue, refresh, issueCode } = grants;
  const note = (...texts: (string | null | undefined)[]) => {
    for (const text of texts) if (text) secrets.add(text);
  };
  Object.assign(grants, {
    issueCode: (...ask: Parameters<typeof issueCode>) => {
      const code = issueCode(...ask);
      note(code);
      return code;
    },
    issue: (...ask: Parameters<typeof issue>) => {
      const token = issue(...ask);
      note(token.accessToken, token.refreshToken);
      return token;
    },
    refresh: (...ask: Parameters<typeof refresh>) => {
      const token = refresh(...ask);
      note(token?.accessToken, token?.refreshToken);
      return token;
    },
  });
});
afterAll(() => world.stop());

it("no token or code of a platform is in a table, a log or an answer, in any writing (invariant 30)", async () => {
  for (const level of ["debug", "info", "warn", "error"] as const) {
    vi.spyOn(console, level).mockImplementation((...words) => void logged.push(words.join(" ")));
  }
  const program = api(ada);
  const answers: string[] = [];
  const measure = async () => {
    answers.push(JSON.stringify(await refreshMinute()), JSON.stringify(await program.list()));
  };
  for (const connection of CONNECTIONS) await world.connectOne(ada, connection);
  await measure();
  // Those that can be are refreshed; some of what a platform then says is an error.
  await world.sql(
    "update private.account_tokens set access_expires_at = now() - interval '1 minute' where access_expires_at is not null",
  );
  world.simulator.grants.end("facebook", null, "password");
  world.simulator.grants.end("instagram", null, "revoke");
  await world.sql("update refresh_runs set created_at = created_at - interval '1 hour'");
  for (const { id } of await program.list()) {
    answers.push(await (await program.refresh(id)).text());
  }
  await measure();
  const states = (await program.list()).map(({ status }) => status);
  expect(states).toContain("needs_reconnect");
  expect(states).toContain("connected");

  expect(secrets.size).toBeGreaterThan(3 * CONNECTIONS.length);
  expect(logged.length).toBeGreaterThan(0);
  expect(leaks([...answers, ...logged].join("\n"))).toEqual([]);
  expect(leaks(await dump())).toEqual([]);
}, 120_000);

it("would see one that is written anywhere, in any of these writings", async () => {
  const [secret = ""] = secrets;
  for (const writing of [
    secret,
    Buffer.from(`Bearer ${secret}.`).toString("base64"),
    Buffer.from(`a ${secret}!`).toString("hex"),
  ]) {
    await world.sql("update accounts set problem_detail = $1 where platform = 'youtube'", [
      writing,
    ]);
    expect(leaks(await dump())).toEqual([secret]);
  }
});

/** Which of the secrets are in a text: as they are, URL-encoded, in base64 at any place, in hex. */
function leaks(text: string) {
  return [...secrets].filter((secret) => formsOf(secret).some((form) => text.includes(form)));
}

function formsOf(secret: string) {
  const shifted = [0, 1, 2].map((before) => {
    const whole = Buffer.from(`${"x".repeat(before)}${secret}`).toString("base64");
    // What stands before and behind changes the characters at both ends.
    return whole.slice(before === 0 ? 0 : 4, -4);
  });
  const hex = Buffer.from(secret).toString("hex");
  return [secret, encodeURIComponent(secret), ...shifted, hex];
}

/** Every row of every table that is not the database's own, as text. */
async function dump() {
  const tables = await world.sql<{ name: string }>(
    `select oid::regclass::text as name from pg_class where relkind in ('r', 'p', 'm')
     and relnamespace::regnamespace::text not in ('pg_catalog', 'information_schema')
     and relnamespace::regnamespace::text not like 'pg_%'`,
  );
  const names = tables.map(({ name }) => name);
  expect(names).toEqual(
    expect.arrayContaining(["accounts", "raw_events", "private.account_tokens"]),
  );
  const texts: string[] = [];
  for (const name of names) {
    const rows = await world.sql<{ text: string }>(`select t::text as text from ${name} as t`);
    texts.push(...rows.map(({ text }) => text));
  }
  return texts.join("\n");
}
