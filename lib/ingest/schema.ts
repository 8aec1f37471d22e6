import { z } from "zod";
import { clamped, MAX_OFFSET } from "@/lib/jobs/schema";

export const INGEST_STATES = [
  "queued",
  "starting",
  "unclear",
  "running",
  "collecting",
  "succeeded",
  "failed",
  "timed_out",
  "aborted",
  "cancelled",
] as const;
export type IngestState = (typeof INGEST_STATES)[number];

export const INGEST_TRIGGERS = ["schedule", "manual", "test"] as const;
export const INGEST_TEMPLATES = ["hashtag", "profile", "feed"] as const;
export const QUARANTINE_CODES = [
  "unreadable",
  "not_an_object",
  "error_item",
  "wrong_platform",
  "no_identity",
  "no_link",
  "no_publish_time",
  "bad_publish_time",
  "bad_count",
] as const;

export const MAX_INPUT_BYTES = 32_768;
export const MAX_ITEMS = 10_000;

export const ingestRunId = z.object({
  id: z.uuid("There is no such run: expected its id (a UUID)."),
});

/** A page of runs or of quarantined items: pages and API read the same. */
export const ingestPage = z.object({
  limit: clamped(1, 100, 20),
  offset: clamped(0, MAX_OFFSET, 0),
});
export type IngestPage = z.output<typeof ingestPage>;

export const newIngestRun = z.object({ test: z.boolean().default(false) });
export const ingestWait = z.object({
  /** Seconds to wait for the run's end. */
  wait: z.coerce.number().int().min(0).max(60).default(0),
});

/** `owner~name`, as it stands in addresses; with a slash, as people copy it, too. */
export const actorName = z
  .string()
  .trim()
  .max(200)
  .regex(
    /^[A-Za-z0-9._-]+[~/][A-Za-z0-9._-]+$/,
    "Expected the actor as owner/name, such as apify/instagram-reel-scraper.",
  )
  .transform((name) => name.replace("/", "~"));

const jsonValue = z.json();
export const actorInput = z
  .record(z.string(), jsonValue, "Expected a JSON object.")
  .refine(
    (input) => new TextEncoder().encode(JSON.stringify(input)).length <= MAX_INPUT_BYTES,
    `Expected at most ${MAX_INPUT_BYTES / 1024} kB.`,
  );
export type ActorInput = z.output<typeof actorInput>;

/** What an admin may change. The token is apart: given to replace it, null to remove it, absent to keep it. */
export const ingestSettingsInput = z.object({
  actor: actorName,
  input: actorInput,
  template: z.enum(INGEST_TEMPLATES).nullable().default(null),
  max_items: z.coerce.number().int().min(1).max(MAX_ITEMS).default(200),
  is_scheduled: z.boolean().default(false),
  token: z
    .string()
    .trim()
    .min(8, "Expected a token of Apify: apify_api_….")
    .max(500)
    .nullable()
    .optional(),
});
export type IngestSettingsInput = z.output<typeof ingestSettingsInput>;
