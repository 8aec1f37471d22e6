import { z } from "zod";
import type { Grant, LoginResult, Scope } from "../connected.ts";
import { type Caller, type Graph, getGraph } from "../meta/graph.ts";
import { getToken, type LoginServer, loginTrouble } from "../meta/login-call.ts";

const token = z.object({ access_token: z.string().min(1) });

/** Exchanges the code for the person's token of about sixty days: a Page token from it has no end. */
export async function longLivedToken(
  server: LoginServer,
  baseUrl: string,
  client: { client_id: string; client_secret: string },
  { code, redirectUri, signal }: { code: string; redirectUri: string; signal: AbortSignal },
): Promise<LoginResult<string>> {
  const address = `${baseUrl}/oauth/access_token`;
  const ask = async (query: Record<string, string>): Promise<LoginResult<string>> => {
    const read = await getToken(server, address, { ...client, ...query }, signal);
    if (read.kind !== "read") return loginTrouble(server, read);
    const given = token.safeParse(read.body).data;
    if (given) return { kind: "done", value: given.access_token };
    const detail = "Facebook answered the sign-in without a token.";
    return { kind: "later", afterSeconds: null, detail };
  };
  const short = await ask({ redirect_uri: redirectUri, code });
  if (short.kind !== "done") return short;
  return ask({ grant_type: "fb_exchange_token", fb_exchange_token: short.value });
}

const permissions = z.object({
  data: z.array(z.object({ permission: z.string(), status: z.string() })),
});

const debugged = z.object({ data: z.object({ data_access_expires_at: z.number().positive() }) });

/** What the person allowed, and until when. */
export async function readConsent(
  server: LoginServer,
  graph: Graph,
  caller: Caller,
  appToken: string,
  asked: Scope[],
): Promise<LoginResult<Pick<Grant, "scopes" | "reconnectBy">>> {
  const { read } = await getGraph(graph, caller, "me/permissions");
  if (read.kind !== "read") return loginTrouble(server, read);
  const scopes = (permissions.safeParse(read.body).data?.data ?? [])
    .filter(({ status }) => status === "granted")
    .map(({ permission }) => permission);
  const missing = asked.filter(({ id, required }) => required && !scopes.includes(id));
  if (missing.length > 0) {
    const names = missing.map(({ id }) => id).join(", ");
    const detail = `Facebook was not allowed to give ${names}. Connect again and leave it switched on.`;
    return { kind: "dead", problem: "scope_missing", detail };
  }
  // As the app itself: a proof is of the token that asks, which is another.
  const query = { input_token: caller.accessToken };
  const asApp = { accessToken: appToken, signal: caller.signal };
  const debug = await getGraph({ ...graph, appSecret: null }, asApp, "debug_token", query);
  const ends = debug.read.kind === "read" ? debugged.safeParse(debug.read.body).data : undefined;
  const endsSeconds = ends?.data.data_access_expires_at;
  const reconnectBy = endsSeconds ? new Date(endsSeconds * 1000).toISOString() : null;
  return { kind: "done", value: { scopes, reconnectBy } };
}
