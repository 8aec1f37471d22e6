import { foreignCall } from "./foreign-calls.ts";
import type { Tenants } from "./tenants.ts";

export type ForeignRequest = {
  /** Data API, our own endpoints or Storage. */
  to: "data" | "route" | "storage";
  method: string;
  path: string;
  route?: string;
  id?: string;
  headers?: Record<string, string>;
  body?: unknown;
};

type Target = { table: string; columns: string[]; settable: string[] };

/** The same numbers for the same seed (mulberry32). */
export function seededPick(seed: number) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  return <T>(choices: readonly T[]): T => {
    const chosen = choices[Math.floor(next() * choices.length)];
    if (chosen === undefined) throw new Error("There is nothing to choose from.");
    return chosen;
  };
}

/** One request of the outsider that names something of the home workspace. */
export function foreignRequest(
  pick: ReturnType<typeof seededPick>,
  { home, foreign, people }: Tenants,
  targets: Target[],
  routes: string[],
): ForeignRequest {
  const ids: Record<string, unknown> = {
    workspace_id: home.workspaceId,
    active_workspace_id: home.workspaceId,
    user_id: pick([people.owner.id, people.viewer.id]),
    ...idsOf(pick, home),
  };
  const { table, columns, settable } = pick(targets);
  const idOf = (column: string) =>
    column === "id"
      ? {
          workspaces: home.workspaceId,
          jobs: ids.job_id,
          posts: ids.post_id,
          post_list: ids.post_id,
          accounts: ids.account_id,
          refresh_runs: ids.run_id,
          schedules: ids.schedule_id,
          raw_events: ids.raw_event_id,
        }[table]
      : ids[column];
  const keys = columns.filter((column) => idOf(column) !== undefined);
  const key = keys.length > 0 ? pick(keys) : null;
  const filter = key ? `${key}=eq.${idOf(key)}` : `${pick(columns)}=not.is.null`;

  const kind = pick(["read", "read", "insert", "update", "delete", "call", "storage", "route"]);
  switch (kind) {
    case "read":
      return { to: "data", method: "GET", path: `${table}?select=*&${filter}` };
    case "insert": {
      // One foreign id among the outsider's own, as an attack on the keys would send it.
      const own: Record<string, unknown> = {
        workspace_id: foreign.workspaceId,
        user_id: people.outsider.id,
        ...idsOf(pick, foreign),
      };
      const row = Object.fromEntries(
        keys.map((each) => [each, each === key ? idOf(each) : (own[each] ?? idOf(each))]),
      );
      return { to: "data", method: "POST", path: table, body: [row] };
    }
    case "update": {
      const column = pick(settable);
      const value = idOf(column) ?? { role: "owner", time_zone: "UTC" }[column] ?? null;
      return {
        to: "data",
        method: "PATCH",
        path: `${table}?${filter}`,
        body: { [column]: value },
      };
    }
    case "delete":
      return { to: "data", method: "DELETE", path: `${table}?${filter}` };
    case "call":
      return {
        to: "data",
        method: "POST",
        ...foreignCall(pick, { home, foreign }, people.outsider.email),
      };
    case "storage":
      return foreignUpload(pick, home.workspaceId);
    default: {
      const route = pick(routes);
      const named = route.includes("[id]") && pick([true, false]);
      const headers = named ? {} : { "x-workspace-id": home.workspaceId };
      const [, kind = ""] = route.split("/v1/").map((part) => part.split("/")[0]);
      const id = String(pick(OF_ROUTES[kind]?.(home) ?? home.jobIds));
      return { to: "route", method: "", path: "", route, id, headers };
    }
  }
}

/** Whose ids an endpoint below /api/v1/ takes, by its first word. */
const OF_ROUTES: Record<string, (data: Tenants["home"]) => (string | number)[]> = {
  accounts: ({ accountIds }) => accountIds,
  comments: ({ postIds }) => postIds,
  insights: ({ scheduleIds }) => scheduleIds,
  posts: ({ postIds }) => postIds,
  "raw-events": ({ rawEventIds }) => rawEventIds,
  runs: ({ runIds }) => runIds,
  schedules: ({ scheduleIds }) => scheduleIds,
};

function idsOf(pick: ReturnType<typeof seededPick>, data: Tenants["home"]) {
  return {
    job_id: pick(data.jobIds),
    post_id: pick(data.postIds),
    account_id: pick(data.accountIds),
    run_id: pick(data.runIds),
    schedule_id: pick(data.scheduleIds),
    raw_event_id: pick(data.rawEventIds),
  };
}

function foreignUpload(pick: ReturnType<typeof seededPick>, workspaceId: string): ForeignRequest {
  const name = `uploads/${workspaceId}/links.csv`;
  return pick<ForeignRequest>([
    { to: "storage", method: "GET", path: `object/${name}` },
    { to: "storage", method: "GET", path: `object/public/${name}` },
    { to: "storage", method: "POST", path: `object/${name}`, body: "stolen" },
    { to: "storage", method: "PUT", path: `object/${name}`, body: "stolen" },
    {
      to: "storage",
      method: "DELETE",
      path: "object/uploads",
      body: { prefixes: [name.slice(8)] },
    },
    { to: "storage", method: "POST", path: "object/list/uploads", body: { prefix: workspaceId } },
    { to: "storage", method: "POST", path: `object/sign/${name}`, body: { expiresIn: 60 } },
  ]);
}
