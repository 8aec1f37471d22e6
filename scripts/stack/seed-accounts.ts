import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { type Account, type AccountBook, createAccountBook } from "../../simulator/accounts.ts";
import { connectAccount, type Person } from "./connect-account.ts";
import { seedConversations } from "./seed-conversations.ts";
import { seedHistory } from "./seed-history.ts";

const POLL_MS = 200;
const PATIENCE_MS = 60_000;

/** Which account of the simulator the demo connects with each connection. */
const CONNECTED: [string, "youtube" | "tiktok" | "instagram" | "facebook" | "linkedin", string][] =
  [
    ["youtube", "youtube", "papertrail.maps"],
    ["tiktok", "tiktok", "harbor.oats"],
    ["instagram_login", "instagram", "northlight.studio"],
    ["instagram", "instagram", "harbor.oats"],
    ["facebook", "facebook", "harbor.oats"],
    ["linkedin", "linkedin", "harbor.oats"],
  ];

type Demo = {
  appUrl: string;
  databaseUrl: string;
  workspaceId: string;
  cronSecret: string;
  person: Person;
  /** Of the simulator: ISO 8601. */
  anchor: string;
};

/** Gives a workspace without accounts six of them, with a month of measurements behind them. */
export async function seedAccounts(demo: Demo) {
  const sql = postgres(demo.databaseUrl, { max: 2, onnotice: () => {} });
  try {
    const [known] =
      await sql`select from accounts where workspace_id = ${demo.workspaceId} limit 1`;
    if (known) return;
    const anchorMs = Date.parse(demo.anchor);
    const book = createAccountBook("media-metrics-lab", anchorMs);
    for (const [connection, platform, handle] of CONNECTED) {
      const account = book.accounts.find(
        (each) => each.platform === platform && each.handle === handle,
      );
      if (!account) throw new Error(`The simulator has no ${platform} account ${handle}.`);
      await connectAccount(
        demo.appUrl,
        demo.person,
        connection,
        consentTo(book, connection, account),
      );
    }
    await measureChosen(sql, demo, book);
    await measured(sql, demo.workspaceId);
    await seedHistory(sql, demo.workspaceId, anchorMs);
    // Rolls the days up, as the nightly cron will.
    await fetch(new URL("/api/cron/maintenance", demo.appUrl), {
      headers: { authorization: `Bearer ${demo.cronSecret}` },
    });
    await seedConversations(sql, { ...demo, accessToken: demo.person.accessToken });
  } finally {
    await sql.end();
  }
}

/** A consent that opens several accounts leaves them to be chosen: the demo measures its own. */
async function measureChosen(sql: postgres.Sql, demo: Demo, book: AccountBook) {
  const idle = await sql<{ id: string; external_id: string }[]>`
    select id, external_id from accounts where workspace_id = ${demo.workspaceId} and status = 'disabled'`;
  const chosen = idle.filter(({ external_id }) =>
    book.accounts.some(({ id }) => id === external_id),
  );
  for (const { id } of chosen) {
    await call(demo, `/api/v1/accounts/${id}/enable`, { enabled: true });
  }
}

async function call({ appUrl, person }: Demo, path: string, body: object) {
  const answer = await fetch(new URL(path, appUrl), {
    method: "POST",
    headers: { authorization: `Bearer ${person.accessToken}`, "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
}

/** Who is chosen on the consent page. An Instagram account behind a Page is reached through that Page. */
export function consentTo(book: AccountBook, connection: string, account: Account) {
  if (connection !== "instagram") return [account.id];
  const page = book.accounts.find(
    ({ platform, handle }) => platform === "facebook" && handle === account.handle,
  );
  return page ? [page.id, account.id] : [account.id];
}

/** Until the first refresh of what was connected has ended. */
async function measured(sql: postgres.Sql, workspaceId: string) {
  const until = Date.now() + PATIENCE_MS;
  while (Date.now() < until) {
    const [open] = await sql`
      select from refresh_runs where workspace_id = ${workspaceId} and status = 'running' limit 1`;
    if (!open) return;
    await sleep(POLL_MS);
  }
}
