import { z } from "zod";
import { MAX_BATCH } from "./plan.ts";

const whole = (least: number, most: number, fallback: number) => {
  const sentence = `expected a whole number from ${least} to ${most}`;
  return z
    .number({ error: sentence })
    .int(sentence)
    .min(least, sentence)
    .max(most, sentence)
    .default(fallback);
};

const currentMinute = () => new Date(Math.floor(Date.now() / 60_000) * 60_000).toISOString();

/** What a sample is made from. The same numbers make the same rows. */
export const newSample = z.object({
  seed: whole(0, 2 ** 31 - 1, 1337),
  users: whole(1, 100_000, 1000),
  posts: whole(0, 200_000, 10_000),
  hashtags: whole(1, 10_000, 150),
  now: z.iso
    .datetime({ offset: true, error: "expected a time such as 2026-11-21T10:00:00Z" })
    .refine((now) => Date.parse(now) <= Date.now() + 1000, "expected a time that is not after now")
    .default(currentMinute),
});

const MAX_PEOPLE = 10_000;

/** Which part of a sample to store: people or posts, from the first (0) on. */
export const samplePart = z.discriminatedUnion("part", [
  z.object({
    part: z.literal("people"),
    from: whole(0, 100_000, 0),
    take: whole(1, MAX_PEOPLE, MAX_PEOPLE),
  }),
  z.object({
    part: z.literal("posts"),
    from: whole(0, 200_000, 0),
    take: whole(1, MAX_BATCH, 250),
  }),
]);

export const sampleRefresh = z.object({ posts: whole(1, MAX_BATCH, 100) });
export const sampleRemoval = z.object({
  take: z.coerce.number().int().min(1).max(1000).default(500),
});
