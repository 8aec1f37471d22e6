import { z } from "zod";
import type { ActorInput, INGEST_TEMPLATES } from "@/lib/ingest/schema";

type Template = (typeof INGEST_TEMPLATES)[number];
export type BuiltInput = { template: Template; actor: string; input: ActorInput };

const limit = z.coerce.number().int().min(1).max(10_000).default(200);
const days = z.coerce.number().int().min(1).max(365).optional();
const words = (least: string) =>
  z
    .union([z.array(z.string()), z.string().transform((text) => text.split(/[\s,]+/))])
    .transform((list) => list.map((word) => word.trim().replace(/^[#@]/, "")).filter(Boolean))
    .pipe(z.array(z.string().max(100)).min(1, least).max(50, "Expected at most 50."));

/** The few fields of each form. Several words are separated by commas or spaces. */
export const templateFields = {
  hashtag: z.object({
    platform: z.enum(["instagram", "tiktok"]).default("instagram"),
    hashtags: words("Expected at least one hashtag."),
    limit,
    newer_than_days: days,
  }),
  profile: z.object({
    platform: z.enum(["instagram", "tiktok"]).default("instagram"),
    profiles: words("Expected at least one profile."),
    limit,
    newer_than_days: days,
  }),
  feed: z.object({ actor: z.string().trim().optional(), limit }),
};
export type TemplateFields = { [Name in Template]: z.input<(typeof templateFields)[Name]> };

const INSTAGRAM = "apify~instagram-scraper";
const INSTAGRAM_REELS = "apify~instagram-reel-scraper";
const TIKTOK = "clockworks~tiktok-scraper";
/** Actors of the recommended feed come and go: this is the name to begin with. */
const FEED = "community~instagram-reels-feed";
/** Of publishers that are known; the feed's is not one. */
export const FORM_ACTORS = [INSTAGRAM, INSTAGRAM_REELS, TIKTOK];

/** Actor and input for a form. `limit` is the sum over all that is asked for: each gets its share. */
export function buildInput<Name extends Template>(
  template: Name,
  given: TemplateFields[Name],
): BuiltInput;
export function buildInput(template: Template, given: unknown): BuiltInput {
  switch (template) {
    case "hashtag":
      return { template, ...byHashtag(templateFields.hashtag.parse(given)) };
    case "profile":
      return { template, ...byProfile(templateFields.profile.parse(given)) };
    case "feed": {
      const fields = templateFields.feed.parse(given);
      const actor = fields.actor?.replace("/", "~") || FEED;
      return { template, actor, input: { resultsLimit: fields.limit } };
    }
  }
}

function byHashtag(fields: z.output<typeof templateFields.hashtag>) {
  const { platform, hashtags, newer_than_days } = fields;
  const each = share(fields.limit, hashtags.length);
  if (platform === "tiktok") {
    return { actor: TIKTOK, input: { hashtags, ...tiktokOptions(each, newer_than_days) } };
  }
  const search = hashtags.join(",");
  const input = { search, searchType: "hashtag", searchLimit: 1, resultsType: "reels" };
  return { actor: INSTAGRAM, input: { ...input, ...instagramOptions(each, newer_than_days) } };
}

function byProfile(fields: z.output<typeof templateFields.profile>) {
  const { platform, profiles, newer_than_days } = fields;
  const each = share(fields.limit, profiles.length);
  if (platform === "tiktok") {
    return { actor: TIKTOK, input: { profiles, ...tiktokOptions(each, newer_than_days) } };
  }
  const input = { username: profiles, ...instagramOptions(each, newer_than_days) };
  return { actor: INSTAGRAM_REELS, input };
}

function instagramOptions(each: number, newerThanDays: number | undefined) {
  const newer = newerThanDays && { onlyPostsNewerThan: `${newerThanDays} days` };
  return { resultsLimit: each, ...newer };
}

function tiktokOptions(each: number, newerThanDays: number | undefined) {
  const newer = newerThanDays && { oldestPostDateUnified: `${newerThanDays} days` };
  const downloads = { shouldDownloadVideos: false, shouldDownloadCovers: false };
  return { resultsPerPage: each, ...newer, ...downloads };
}

function share(limit: number, ways: number) {
  return Math.max(1, Math.ceil(limit / ways));
}
