import { z } from "zod";
import type { FoundAccount, Grant, Login, LoginChoice, LoginResult } from "../connected.ts";
import { GRAPH_VERSION, hostsOf } from "../hosts.ts";
import { type Graph, getGraph } from "../meta/graph.ts";
import { type LoginServer, loginTrouble } from "../meta/login-call.ts";
import { missingSetting } from "../oauth/missing-setting.ts";
import { pictureUrl, text } from "../provider-values.ts";
import { effectiveSettings, type PlatformSettings, type SourceOptions } from "../settings.ts";
import { INSTAGRAM_SCOPES } from "./scopes.ts";
import { longToken, shortToken } from "./tokens.ts";

const HOUR_MS = 3_600_000;
const LIFE_MS = 60 * 24 * HOUR_MS;
/** A younger token is not renewed. */
const MIN_AGE_MS = 24 * HOUR_MS;

/** Instagram Login: a professional account without a Facebook Page. */
export function instagramLogin(
  unchecked: PlatformSettings,
  options: SourceOptions = {},
): LoginChoice {
  const settings = effectiveSettings(unchecked);
  const { INSTAGRAM_APP_ID: id, INSTAGRAM_APP_SECRET: secret } = settings;
  if (!id || !secret) {
    const detail = missingSetting(settings, ["INSTAGRAM_APP_ID", "INSTAGRAM_APP_SECRET"]) ?? "";
    return { kind: "unavailable", detail };
  }
  const hosts = hostsOf(settings);
  const { now = Date.now, limits } = options;
  const server: LoginServer = {
    name: "Instagram",
    clientSettings: "INSTAGRAM_APP_ID and INSTAGRAM_APP_SECRET",
    limits,
  };
  const graph: Graph = {
    name: "Instagram",
    baseUrl: `${hosts.instagramGraph}/${GRAPH_VERSION}`,
    appSecret: null,
    limits,
  };

  const login: Login = {
    connection: "instagram_login",
    platform: "instagram",
    scopes: INSTAGRAM_SCOPES,
    // No PKCE is documented here: the state alone binds the answer.
    authorizeUrl({ state, redirectUri }) {
      const url = new URL(hosts.instagramConsent);
      url.search = new URLSearchParams({
        client_id: id,
        redirect_uri: redirectUri,
        response_type: "code",
        scope: INSTAGRAM_SCOPES.map((scope) => scope.id).join(","),
        state,
      }).toString();
      return url;
    },
    async exchange({ code, redirectUri, signal }) {
      const form = {
        client_id: id,
        client_secret: secret,
        grant_type: "authorization_code",
        redirect_uri: redirectUri,
        // The address of the answer ends with `#_`, which is no part of the code.
        code: code.replace(/#_$/, ""),
      };
      const short = await shortToken(server, hosts.instagramToken, form, signal);
      if (short.kind !== "done") return short;
      const { access_token, permissions } = short.value;
      const query = { grant_type: "ig_exchange_token", client_secret: secret, access_token };
      const grant = await longToken(server, `${hosts.instagramGraph}/access_token`, query, {
        signal,
        nowMs: now(),
        scopes: permissions ?? INSTAGRAM_SCOPES.map((scope) => scope.id),
      });
      return grant.kind === "done" ? findProfessional(server, graph, grant.value, signal) : grant;
    },
    async refresh(grant, _kind, signal) {
      const endsMs = Date.parse(grant.accessExpiresAt ?? "");
      if (endsMs <= now()) {
        const detail = "The sign-in at Instagram has ended. Connect the account again.";
        return { kind: "dead", problem: "expired", detail };
      }
      if (endsMs - LIFE_MS + MIN_AGE_MS > now()) return { kind: "done", value: grant };
      const query = { grant_type: "ig_refresh_token", access_token: grant.accessToken };
      const address = `${hosts.instagramGraph}/refresh_access_token`;
      return longToken(server, address, query, { signal, nowMs: now(), scopes: grant.scopes });
    },
  };
  return { kind: "ready", login };
}

const profile = z.object({
  user_id: z.union([z.string(), z.number(), z.bigint()]).transform(String).nullish(),
  id: z.union([z.string(), z.number(), z.bigint()]).transform(String),
  account_type: z.string().catch(""),
  username: text,
  name: text.nullish().catch(null),
  profile_picture_url: pictureUrl,
});

async function findProfessional(
  server: LoginServer,
  graph: Graph,
  grant: Grant,
  signal: AbortSignal,
): Promise<LoginResult<FoundAccount[]>> {
  const missing = INSTAGRAM_SCOPES.filter(
    ({ id, required }) => required && !grant.scopes.includes(id),
  );
  if (missing.length > 0) {
    const detail = `Instagram was not allowed to give ${missing.map(({ id }) => id).join(", ")}. Connect again and leave it switched on.`;
    return { kind: "dead", problem: "scope_missing", detail };
  }
  const fields = "id,user_id,username,name,account_type,profile_picture_url";
  const { read } = await getGraph(graph, { accessToken: grant.accessToken, signal }, "me", {
    fields,
  });
  if (read.kind !== "read") return loginTrouble(server, read);
  const found = profile.safeParse(read.body).data;
  if (!found || found.account_type === "PERSONAL") {
    const detail =
      "This Instagram account is not a professional one. Switch it to a business or creator account, and connect again.";
    return { kind: "nothing", detail };
  }
  const { id, user_id, username, name, profile_picture_url } = found;
  return {
    kind: "done",
    value: [
      {
        kind: "instagram_user",
        // `id` belongs to our app alone; the other is the account's own.
        externalId: user_id ?? id,
        handle: username,
        name: name || username,
        avatarUrl: profile_picture_url ?? null,
        url: `https://www.instagram.com/${username}/`,
        grant,
      },
    ],
  };
}
