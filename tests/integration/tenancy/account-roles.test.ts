import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Supabase, startSupabase, type TestUser } from "../../support/supabase.ts";
import { found } from "./found-account.ts";

const ROLES = ["outsider", "viewer", "member", "admin", "owner"] as const;
type Role = (typeof ROLES)[number];

let supabase: Supabase;
let people: Record<Role, TestUser>;
let workspace: string;

beforeAll(async () => {
  supabase = await startSupabase();
  const owner = await supabase.createUser("owner");
  workspace = owner.workspaceId;
  people = {
    owner,
    outsider: await supabase.createUser("outsider"),
    viewer: await supabase.createUser("viewer"),
    member: await supabase.createUser("member"),
    admin: await supabase.createUser("admin"),
  };
  for (const role of ["viewer", "member", "admin"] as const) {
    await supabase.addMember(workspace, people[role], role);
  }
});
afterAll(() => supabase.stop());

const as = (role: Role) => supabase.clientFor(people[role]);
const code = ({ error }: { error: { code: string } | null }) => error?.code ?? "done";

/** Accounts connected by somebody; each alone, so that it is connected at once. */
async function connected(by: Role) {
  const account = found();
  expect(code(await as(by).rpc("connect_accounts", { workspace, found: [account] }))).toBe("done");
  return account.id;
}
/** What everybody's attempt at something fresh came to. */
async function outcomes(attempt: (role: Role) => Promise<string>) {
  const all: [Role, string][] = [];
  for (const role of ROLES) all.push([role, await attempt(role)]);
  return Object.fromEntries(all);
}
const rowOf = async (id: string) => {
  const [row] = await supabase.sql<{ status: string; connected_by: string; tokens: number }>(
    `select status, connected_by, (select count(*)::int from private.account_tokens where account_id = a.id) as tokens
     from public.accounts as a where id = $1`,
    [id],
  );
  return row;
};

const MEMBERS = {
  outsider: "PT404",
  viewer: "PT403",
  member: "done",
  admin: "done",
  owner: "done",
};

it("keeps no account that a worker could not read", async () => {
  for (const odd of [{ connection: "elsewhere" }, { scopes: ["video.list", null] }]) {
    const account = { ...found(), ...odd };
    await as("member").rpc("connect_accounts", { workspace, found: [account] });
    expect(await rowOf(account.id)).toBeUndefined();
  }
});

it("lets members and above connect accounts; one alone is measured at once, several wait (invariant 26)", async () => {
  const connect = async (role: Role) =>
    code(await as(role).rpc("connect_accounts", { workspace, found: [found()] }));
  expect(await outcomes(connect)).toEqual(MEMBERS);
  const begin = async (role: Role) =>
    code(
      await as(role).rpc("begin_connection", {
        workspace,
        way: "tiktok",
        state: role,
        verifier: "v",
      }),
    );
  expect(await outcomes(begin)).toEqual(MEMBERS);

  const one = await connected("member");
  expect(await rowOf(one)).toMatchObject({ status: "connected", connected_by: people.member.id });
  const several = await as("member").rpc("connect_accounts", {
    workspace,
    found: [found(), found()],
  });
  expect(several.data).toMatchObject([{ status: "disabled" }, { status: "disabled" }]);
});

it("lets members and above begin and stop measuring anybody's account (invariant 26)", async () => {
  const account = await connected("owner");
  for (const enabled of [false, true]) {
    const enable = async (role: Role) =>
      code(await as(role).rpc("enable_account", { account, enabled }));
    expect(await outcomes(enable)).toEqual(MEMBERS);
    expect(await rowOf(account)).toMatchObject({ status: enabled ? "connected" : "disabled" });
  }
});

it("lets members disconnect what they connected, admins what anybody did (invariant 26)", async () => {
  const disconnect = (by: Role) =>
    outcomes(async (role) => {
      const account = await connected(by);
      const outcome = code(await as(role).rpc("disconnect_account", { account }));
      expect(await rowOf(account)).toMatchObject(
        outcome === "done"
          ? { status: "disconnected", tokens: 0 }
          : { status: "connected", tokens: 1 },
      );
      return outcome;
    });
  expect(await disconnect("owner")).toEqual({ ...MEMBERS, member: "PT403" });
  expect(await disconnect("member")).toEqual(MEMBERS);
  // Whoever left the workspace has no say any more in what they connected.
  const left = await supabase.createUser("left");
  await supabase.addMember(workspace, left, "member");
  const account = found();
  await supabase.clientFor(left).rpc("connect_accounts", { workspace, found: [account] });
  await supabase.sql(
    "delete from public.workspace_members where user_id = $1 and workspace_id = $2",
    [left.id, workspace],
  );
  const refused = await supabase.clientFor(left).rpc("disconnect_account", { account: account.id });
  expect(code(refused)).toBe("PT404");
});

it("lets the owner alone delete an account with its history (invariant 26)", async () => {
  const erase = async (role: Role) => {
    const account = await connected("member");
    const outcome = code(await as(role).rpc("delete_account_history", { account }));
    expect((await rowOf(account)) === undefined).toBe(outcome === "done");
    return outcome;
  };
  expect(await outcomes(erase)).toEqual({ ...MEMBERS, member: "PT403", admin: "PT403" });
});

it("lets members and above refresh and cancel what anybody asked for (invariant 26)", async () => {
  const refresh = async (role: Role) => {
    const account = await connected("owner");
    return code(await as(role).rpc("request_refresh", { workspace, accounts: [account] }));
  };
  expect(await outcomes(refresh)).toEqual(MEMBERS);
  const cancel = async (role: Role) => {
    const account = await connected("owner");
    const { data } = await as("owner").rpc("request_refresh", { workspace, accounts: [account] });
    // safe because request_refresh says so
    const run = (data as { run_id: string }).run_id;
    const outcome = code(await as(role).rpc("cancel_refresh", { run }));
    const [{ status } = { status: "" }] = await supabase.sql<{ status: string }>(
      "select status from public.refresh_runs where id = $1",
      [run],
    );
    expect(status).toBe(outcome === "done" ? "cancelled" : "running");
    return outcome;
  };
  expect(await outcomes(cancel)).toEqual(MEMBERS);
});

it("knows no account and no post of another workspace in one's own (invariant 27)", async () => {
  const account = await connected("owner");
  const [post] = await supabase.sql<{ id: string }>(
    `insert into public.posts (workspace_id, platform, external_id, url)
     values ($1, 'tiktok', 'one', 'https://www.tiktok.com/@a/video/1') returning id`,
    [workspace],
  );
  const own = people.outsider.workspaceId;
  const ask = async (what: { accounts: string[] } | { posts: number[] }) =>
    code(await as("outsider").rpc("request_refresh", { workspace: own, ...what }));
  expect(await ask({ accounts: [account] })).toBe("PT404");
  expect(await ask({ posts: [Number(post?.id)] })).toBe("PT404");
  const runs = await supabase.sql("select from public.refresh_runs where workspace_id = $1", [own]);
  expect(runs).toEqual([]);
  // Of a mixed list only what is the caller's own is measured.
  const [mine] = await supabase.sql<{ id: string }>(
    `insert into public.posts (workspace_id, platform, external_id, url)
     values ($1, 'tiktok', 'two', 'https://www.tiktok.com/@a/video/2') returning id`,
    [own],
  );
  expect(await ask({ posts: [Number(post?.id), Number(mine?.id)] })).toBe("done");
  const units = await supabase.sql(
    "select post_ids from public.refresh_units where workspace_id = $1",
    [own],
  );
  expect(units).toEqual([{ post_ids: [mine?.id] }]);
});

it("takes no account over that another workspace has connected (invariant 27)", async () => {
  const account = found("shared by two workspaces");
  await as("owner").rpc("connect_accounts", { workspace, found: [account] });
  const own = people.outsider.workspaceId;
  const again = await as("outsider").rpc("connect_accounts", { workspace: own, found: [account] });
  expect(code(again)).toBe("23505");
  expect(await rowOf(account.id)).toMatchObject({ connected_by: people.owner.id, tokens: 1 });
  // With an id of its own it is another account of the same channel.
  const apart = { ...account, id: randomUUID() };
  expect(
    code(await as("outsider").rpc("connect_accounts", { workspace: own, found: [apart] })),
  ).toBe("done");
});
