import { z } from "zod";
import { clamped } from "@/lib/jobs/schema";

const MAX_CHARACTERS = 200;

export const searchQuery = z.object({
  q: z
    .string("expected what to look for")
    .trim()
    .min(1, "expected what to look for")
    .max(MAX_CHARACTERS, `expected at most ${MAX_CHARACTERS} characters`),
  limit: clamped(1, 20, 5),
});
