import type { HttpBindings } from "@hono/node-server";
import type { Said } from "./answer.ts";
import { bearerOf, tokenOfHeader } from "./bearer.ts";
import type { Token } from "./grants.ts";
import { pacificDay } from "./pacific-day.ts";
import type { State } from "./state.ts";
import { insufficientScopes, invalidKey, youtubeError, youtubeWording } from "./youtube-errors.ts";

type Asked = {
  header: (name: string) => string | undefined;
  query: (name: string) => string | undefined;
};

type Owner = { kind: "owner"; token: Token; project: string };

/** Who asks YouTube: somebody with a key, or the owner of a channel. */
export type Caller = { kind: "key"; project: string } | Owner;

export type YoutubeEnv = { Bindings: HttpBindings; Variables: { caller: Caller } };

/** Scopes of which one is enough to read videos, channels and comments. */
const READING = ["youtube.readonly", "youtube", "youtube.force-ssl"];
const ANALYTICS = ["yt-analytics.readonly", "yt-analytics-monetary.readonly"];

/** The caller, or why YouTube does not listen. */
export function callerOf(state: State, req: Asked): Caller | Said {
  const authorization = req.header("authorization");
  if (authorization) return ownerOf(state, authorization, READING);
  const key = req.header("x-goog-api-key") ?? req.query("key");
  if (!key) return youtubeError(403, "forbidden", "The request is missing a valid API key.");
  return key.startsWith("invalid") ? invalidKey : { kind: "key", project: key };
}

export function analystOf(state: State, req: Asked): Owner | Said {
  return ownerOf(state, req.header("authorization"), ANALYTICS);
}

function ownerOf(state: State, authorization: string | undefined, scopes: string[]): Owner | Said {
  const bearer = bearerOf(state, "google", tokenOfHeader(authorization));
  if (bearer.kind === "dead") return youtubeWording("expired_token");
  const has = bearer.token.scopes.some((scope) =>
    scopes.includes(scope.replace("https://www.googleapis.com/auth/", "")),
  );
  // The project of the product's own key: a key and an OAuth client of one project share its quota.
  return has ? { kind: "owner", token: bearer.token, project: "simulator" } : insufficientScopes;
}

/** Takes a unit from a bucket of the project's day. Failed requests cost as well. False: none is left. */
export function spend(state: State, project: string, bucket: "general" | "batchGetStats"): boolean {
  const name = `${project} ${bucket} ${pacificDay(state.world.now())}`;
  const units = (state.spent.get(name) ?? 0) + 1;
  state.spent.set(name, units);
  const { youtubeDailyQuota, youtubeStatsDailyQuota } = state.settings;
  return units <= (bucket === "general" ? youtubeDailyQuota : youtubeStatsDailyQuota);
}
