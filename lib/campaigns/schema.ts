import { z } from "zod";
import { oneOf } from "@/lib/answers/parameters";
import { CAMPAIGN_STATES } from "@/lib/campaigns/states";
import { PLATFORM_IDS } from "@/lib/platforms/platform";
import { pageNumber } from "@/lib/search";

const CAMPAIGN_SORTS = [
  "updated_at",
  "name",
  "state",
  "created_at",
  "posts",
  "views",
  "engagement",
  "engagement_rate",
  "spend",
] as const;
const CAMPAIGN_POST_SORTS = [
  "views",
  "engagement",
  "engagement_rate",
  "price",
  "cpm",
  "cost_per_engagement",
  "published_at",
  "measured_at",
  "added_at",
  "title",
  "author",
  "platform",
] as const;
export const MEASURES = ["views", "engagement", "spend"] as const;
export type Measure = (typeof MEASURES)[number];

const search = z.string().trim().min(1).max(200).optional();
const order = oneOf(["asc", "desc"]).default("desc");
const limit = z.coerce
  .number("expected 1 to 200")
  .int("expected 1 to 200")
  .min(1, "expected 1 to 200")
  .max(200, "expected 1 to 200");

/** Which campaigns, in which order: page and API read the same. */
export const campaignFilter = z.object({
  search,
  state: oneOf(CAMPAIGN_STATES).optional(),
  sort: oneOf(CAMPAIGN_SORTS).default("updated_at"),
  order,
  page: pageNumber,
  limit: limit.default(50),
});
export type CampaignFilter = z.output<typeof campaignFilter>;

/** Which posts of a campaign, in which order: page, API and export read the same. */
const postsShape = {
  search,
  platform: oneOf(PLATFORM_IDS).optional(),
  /** Whether somebody said what they cost. */
  priced: oneOf(["yes", "no"]).optional(),
  sort: oneOf(CAMPAIGN_POST_SORTS).default("views"),
  order,
};
export const campaignPostFilter = z.object(postsShape);
export type CampaignPostFilter = z.output<typeof campaignPostFilter>;
export const campaignPostPage = z.object({
  ...postsShape,
  page: pageNumber,
  limit: limit.default(50),
});

/** What /campaigns/[id] shows. */
export const campaignView = z.object({
  ...postsShape,
  page: pageNumber,
  measure: oneOf(MEASURES).default("views"),
  days: z.coerce
    .number()
    .refine((value): value is 7 | 30 | 90 => value === 7 || value === 30 || value === 90)
    .default(30),
});
export type CampaignView = z.output<typeof campaignView>;

export const campaignId = z.object({
  id: z.uuid("There is no such campaign: expected its id (a UUID)."),
});

const name = z
  .string()
  .trim()
  .min(1, "Give the campaign a name.")
  .max(120, "A name has at most 120 characters.");
const CURRENCY = "expected a code of three letters that is in use, such as USD or EUR.";
const currency = z
  .string()
  .trim()
  .toUpperCase()
  .refine((code) => Intl.supportedValuesOf("currency").includes(code), {
    error: ({ input }) => `found ${String(input).slice(0, 20)}, ${CURRENCY}`,
  });
const note = z.string().trim().max(2000, "A note has at most 2,000 characters.");
const day = z.iso.date("expected a day like 2026-11-18.");

/** A day or nothing: an untouched field arrives as "". */
const optionalDay = z.union([z.literal("").transform(() => null), day.nullable()]);
const optionalNote = note.nullable().transform((text) => text || null);

export const newCampaign = z.object({
  name,
  state: oneOf(CAMPAIGN_STATES).optional(),
  currency: currency.optional(),
  note: optionalNote.optional(),
  starts_on: optionalDay.optional(),
  ends_on: optionalDay.optional(),
});
export type NewCampaign = z.output<typeof newCampaign>;

export const campaignChanges = newCampaign
  .partial()
  .refine((changes) => Object.keys(changes).length > 0, {
    message: "expected at least one of name, state, currency, note, starts_on, ends_on.",
  });
export type CampaignChanges = z.output<typeof campaignChanges>;

const postNumber = z.int("expected the number of a post").positive("expected the number of a post");
const posts = z
  .array(postNumber)
  .min(1, "expected at least one post")
  .max(1000, "expected at most 1,000 posts");

/** Exactly one way to say which posts to add. */
export const addBody = z
  .object({
    posts: posts.optional(),
    links: z
      .array(z.string().max(4096))
      .min(1, "expected at least one link")
      .max(1000, "expected at most 1,000 links")
      .optional(),
    job: z.uuid("expected the id of a job (a UUID)").optional(),
  })
  .refine((body) => Object.values(body).filter((given) => given !== undefined).length === 1, {
    message: "expected one of posts, links and job.",
  });
export type AddBody = z.output<typeof addBody>;

export const removeBody = z.object({ posts });

/** Decimal text or a number; null or "" takes the price away. What it may be, the database says. */
export const priceBody = z.object({
  post: postNumber,
  price: z.union([z.string().max(40), z.number().transform(String), z.null()]),
});
export const deleteBody = z.object({ confirmation: z.string().optional() });

const MOST_DAYS = 366;
const DAY_MS = 86_400_000;

const lastDays = z.coerce.number().int().min(1).max(MOST_DAYS).default(30);

export const campaignTrendQuery = z
  .object({ days: lastDays, from: day.optional(), until: day.optional() })
  .refine(({ from, until }) => (from === undefined) === (until === undefined), {
    path: ["until"],
    message: "expected `from` and `until` together",
  })
  .refine(
    ({ from, until }) => {
      if (from === undefined || until === undefined) return true;
      const days = (Date.parse(until) - Date.parse(from)) / DAY_MS;
      return days >= 0 && days < MOST_DAYS;
    },
    {
      path: ["until"],
      message: `expected a day that is not before \`from\`, and at most ${MOST_DAYS} days`,
    },
  );
export type CampaignTrendQuery = z.output<typeof campaignTrendQuery>;
