import { z } from "zod";
import { pageNumber } from "@/lib/search";

/** Longer than any link: the parser says what is wrong with it. */
const MAX_CHARACTERS = 10_000;

export const pastedLink = z.object({
  url: z
    .string("expected the link of a post")
    .max(MAX_CHARACTERS, `expected one link, at most ${MAX_CHARACTERS} characters`),
});

export const linkPage = z.object({ job: z.uuid().optional(), page: pageNumber });
