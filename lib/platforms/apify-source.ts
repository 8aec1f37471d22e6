import { z } from "zod";
import { runActor } from "./apify.ts";
import { apifyErrorItem } from "./apify-error-item.ts";
import { apifyLimits, serverWords } from "./apify-limits.ts";
import type {
  BatchResult,
  Observation,
  Outcome,
  PlatformId,
  PostRef,
  SourceChoice,
} from "./platform.ts";
import { oddity } from "./provider-values.ts";
import type { PlatformSettings, SourceOptions } from "./settings.ts";

/** How one actor is asked, and how its items are read. */
export type Actor = {
  platform: PlatformId;
  source: string;
  actorSetting: "APIFY_INSTAGRAM_ACTOR" | "APIFY_TIKTOK_ACTOR";
  input: (posts: PostRef[], actor: string) => Record<string, unknown>;
  /** The post's id as far as the item tells it, in the form of `PostRef.externalId`. */
  itemId: (item: unknown) => string | null;
  readItem: (item: unknown) => { observation: Observation } | { error: z.ZodError };
};

const BATCH_SIZE = 100;

const address = z.string().optional().catch(undefined);
const addresses = z.object({
  inputUrl: address,
  submittedVideoUrl: address,
  url: address,
  webVideoUrl: address,
});

/** Public posts by an Apify actor: a run for up to 100 links, asked for again until it ends. */
export function apifySource(
  actor: Actor,
  settings: PlatformSettings,
  { limits }: SourceOptions = {},
): SourceChoice {
  const token = settings.APIFY_TOKEN;
  const name = settings[actor.actorSetting];
  if (!token || !name) {
    const missing = token ? actor.actorSetting : "APIFY_TOKEN";
    return { kind: "unavailable", code: "not_configured", detail: `${missing} is not configured.` };
  }
  const words = serverWords(`The actor in ${actor.actorSetting}`);
  const access = { baseUrl: settings.APIFY_BASE_URL, token, actor: name, words, limits };
  return {
    kind: "ready",
    source: {
      platform: actor.platform,
      source: actor.source,
      batchSize: BATCH_SIZE,
      limits: apifyLimits(token, settings),
      simulated: settings.FEATURE_FAKE_INSIGHTS,
      async measure(posts, context): Promise<BatchResult> {
        const run = await runActor(access, actor.input(posts, name), posts.length, context);
        if (run.kind !== "ended") return run;
        const outcomes = readItems(actor, posts, run.items);
        addMissing(outcomes, posts, run.status, run.statusMessage);
        return { kind: "done", outcomes };
      },
    },
  };
}

function readItems(actor: Actor, posts: PostRef[], items: unknown[]) {
  const outcomes = new Map<string, Outcome>();
  const ids = new Map(
    posts.flatMap(({ externalId, url }) => [
      [externalId, externalId],
      [plain(url), externalId],
    ]),
  );
  for (const item of items) {
    const id = [actor.itemId(item), ...addressesOf(item)]
      .map((key) => ids.get(key ?? ""))
      .find(Boolean);
    // An item about something else, or a second one about the same post.
    if (!id || outcomes.get(id)?.kind === "measured") continue;
    outcomes.set(id, apifyErrorItem(item) ?? measuredOrOdd(actor, id, item));
  }
  return outcomes;
}

function measuredOrOdd(actor: Actor, externalId: string, item: unknown): Outcome {
  const read = actor.readItem(item);
  if ("observation" in read) {
    return { kind: "measured", observation: { ...read.observation, externalId } };
  }
  const detail = `Apify described this post in an unknown way (${oddity(read.error)}).`;
  return { kind: "failed", code: "provider_error", detail };
}

// A run that went well looked at every link: what it does not mention is not there for the public.
function addMissing(
  outcomes: Map<string, Outcome>,
  posts: PostRef[],
  status: string,
  message: string,
) {
  for (const { externalId } of posts) {
    if (outcomes.has(externalId)) continue;
    const detail = `Apify's run ended as ${status} before this post${message ? `: ${message}` : "."}`;
    outcomes.set(
      externalId,
      status === "SUCCEEDED"
        ? { kind: "failed", code: "not_found" }
        : { kind: "failed", code: "provider_error", detail },
    );
  }
}

function addressesOf(item: unknown) {
  const read = addresses.safeParse(item);
  return read.success ? Object.values(read.data).map((url) => url && plain(url)) : [];
}

// Two spellings of one address: query, slash at the end, scheme and www. do not matter.
function plain(url: string) {
  return url
    .replace(/[?#].*$/, "")
    .replace(/^https?:\/\/(www\.)?/, "")
    .replace(/\/+$/, "");
}
