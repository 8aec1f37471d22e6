import { z } from "zod";
import type { FoundAccount, Grant, LoginResult } from "../connected.ts";
import { refusedLogin } from "../oauth/refused-login.ts";
import { text } from "../provider-values.ts";
import type { SourceOptions } from "../settings.ts";
import { googleCaller } from "./caller.ts";
import { GOOGLE_SCOPES } from "./scopes.ts";
import { thumbnails, widestThumbnail } from "./snippet.ts";

const channels = z.object({
  // Absent when the Google account has no channel.
  items: z
    .array(
      z.object({
        id: z.string().min(1),
        snippet: z.object({ title: text, customUrl: text.nullish().catch(null), thumbnails }),
      }),
    )
    .default([]),
});

/** The channels that a fresh grant opens. */
export async function findChannels(
  youtube: string,
  grant: Grant,
  signal: AbortSignal,
  options: SourceOptions,
): Promise<LoginResult<FoundAccount[]>> {
  if (GOOGLE_SCOPES.some(({ id, required }) => required && !grant.scopes.includes(id))) {
    const detail =
      "Google was not allowed to show the channel. Connect again and allow everything that is asked for YouTube.";
    return { kind: "dead", problem: "scope_missing", detail };
  }
  const caller = googleCaller({ accessToken: grant.accessToken, signal }, options);
  const got = await caller.get(`${youtube}/channels`, { part: "snippet", mine: "true" });
  if (got.kind === "refused") {
    if (got.reasons.includes("youtubeSignupRequired")) return noChannel();
    return refusedLogin(got.refusal);
  }
  const read = channels.safeParse(got.body);
  if (!read.success) return refusedLogin(caller.unreadable("a list of channels"));
  if (read.data.items.length === 0) return noChannel();
  const found = read.data.items.map(
    ({ id, snippet }): FoundAccount => ({
      kind: "youtube_channel",
      externalId: id,
      handle: snippet.customUrl?.replace(/^@/, "") ?? null,
      name: snippet.title,
      avatarUrl: widestThumbnail(snippet.thumbnails),
      url: `https://www.youtube.com/channel/${id}`,
      grant,
    }),
  );
  return { kind: "done", value: found };
}

function noChannel(): LoginResult<never> {
  const detail =
    "This Google account has no YouTube channel. Connect again with the account that owns the channel.";
  return { kind: "nothing", detail };
}
