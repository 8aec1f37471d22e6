import { z } from "zod";
import type { Access, ApiResult, Followers } from "../connected.ts";
import { count, oddity, payloadOf } from "../provider-values.ts";
import type { GoogleCaller } from "./caller.ts";

/** From four digits on YouTube tells three significant figures. */
const EXACT_UP_TO = 999n;

const channels = z.object({
  items: z
    .array(
      z.object({
        statistics: z.object({
          subscriberCount: count.nullish(),
          hiddenSubscriberCount: z.boolean().nullish(),
        }),
      }),
    )
    .default([]),
});

/** A channel's subscribers: one unit. */
export async function readSubscribers(
  youtube: string,
  caller: GoogleCaller,
  { accountExternalId }: Access,
): Promise<ApiResult<Followers>> {
  const got = await caller.get(`${youtube}/channels`, {
    part: "statistics",
    id: accountExternalId,
  });
  if (got.kind === "refused") return got.refusal;
  const read = channels.safeParse(got.body);
  if (!read.success) return caller.unreadable(`a channel's statistics (${oddity(read.error)})`);
  const [channel] = read.data.items;
  if (!channel) return caller.unreadable("this channel's statistics");
  const { subscriberCount, hiddenSubscriberCount } = channel.statistics;
  if (hiddenSubscriberCount || subscriberCount === null || subscriberCount === undefined) {
    const detail = "The channel hides how many subscribers it has.";
    return caller.done({ kind: "missing", reason: "hidden", detail });
  }
  return caller.done({
    kind: "counted",
    followers: subscriberCount,
    isRounded: BigInt(subscriberCount) > EXACT_UP_TO,
    source: "youtube_data",
    payload: payloadOf(got.body),
  });
}
