import type { Connection, FoundAccount, Login, LoginChoice, LoginResult } from "../connected.ts";
import { hostsOf } from "../hosts.ts";
import type { Graph } from "../meta/graph.ts";
import { type LoginServer, loginTrouble } from "../meta/login-call.ts";
import { missingSetting } from "../oauth/missing-setting.ts";
import { effectiveSettings, type PlatformSettings, type SourceOptions } from "../settings.ts";
import { longLivedToken, readConsent } from "./consent.ts";
import { linkedInstagram, listManagedPages, pageAccount } from "./managed-pages.ts";
import { FACEBOOK_SCOPES, INSTAGRAM_PAGE_SCOPES } from "./scopes.ts";

type FacebookConnection = Extract<Connection, "facebook" | "instagram">;

const NO_PAGE =
  "This sign-in gave no Facebook Page: you manage none, or chose none. Connect again and choose one, or ask for a role at one first.";
const NO_INSTAGRAM =
  "None of your Pages has a professional Instagram account. Link one in the Page's settings, and connect again.";

/** Facebook Login: for Pages, or for the Instagram accounts behind them. */
export function facebookLogin(
  connection: FacebookConnection,
  unchecked: PlatformSettings,
  options: SourceOptions = {},
): LoginChoice {
  const settings = effectiveSettings(unchecked);
  const { META_APP_ID: id, META_APP_SECRET: secret } = settings;
  if (!id || !secret) {
    const detail = missingSetting(settings, ["META_APP_ID", "META_APP_SECRET"]) ?? "";
    return { kind: "unavailable", detail };
  }
  const hosts = hostsOf(settings);
  const { limits } = options;
  const server: LoginServer = {
    name: "Facebook",
    clientSettings: "META_APP_ID and META_APP_SECRET",
    limits,
  };
  const graph: Graph = {
    name: "Facebook",
    baseUrl: hosts.facebookGraph,
    appSecret: secret,
    limits,
  };
  const scopes = connection === "facebook" ? FACEBOOK_SCOPES : INSTAGRAM_PAGE_SCOPES;

  const login: Login = {
    connection,
    platform: connection,
    scopes,
    // Facebook Login for web documents no PKCE: the state alone binds the answer.
    authorizeUrl({ state, redirectUri }) {
      const url = new URL(hosts.facebookConsent);
      url.search = new URLSearchParams({
        client_id: id,
        redirect_uri: redirectUri,
        response_type: "code",
        scope: scopes.map((scope) => scope.id).join(","),
        state,
      }).toString();
      return url;
    },
    async exchange({ code, redirectUri, signal }): Promise<LoginResult<FoundAccount[]>> {
      const client = { client_id: id, client_secret: secret };
      const ask = { code, redirectUri, signal };
      const token = await longLivedToken(server, hosts.facebookGraph, client, ask);
      if (token.kind !== "done") return token;
      const caller = { accessToken: token.value, signal };
      const consent = await readConsent(server, graph, caller, `${id}|${secret}`, scopes);
      if (consent.kind !== "done") return consent;
      const pages = await listManagedPages(graph, caller);
      if (!Array.isArray(pages)) return loginTrouble(server, pages);
      if (pages.length === 0) return { kind: "nothing", detail: NO_PAGE };
      const found =
        connection === "facebook"
          ? pages.map((page) => pageAccount(page, consent.value))
          : pages.flatMap((page) => linkedInstagram(page, consent.value));
      if (found.length === 0) return { kind: "nothing", detail: NO_INSTAGRAM };
      return { kind: "done", value: found };
    },
    // A Page token has no end and nothing to renew it with: it works until it is refused.
    refresh: async (grant) => ({ kind: "done", value: grant }),
  };
  return { kind: "ready", login };
}
