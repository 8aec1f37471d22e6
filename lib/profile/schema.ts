import { z } from "zod";
import { passwordReset, resetRequest } from "@/lib/auth/schema";

const name = z.string().trim().max(80, "A name has at most 80 characters.");

export const profileName = z.object({ name });
export const profileChange = z.object({
  name: name.optional(),
  single_keys: z.boolean().optional(),
});
/** A switch that is off is not sent at all. */
export const keysChoice = z.object({ singleKeys: z.stringbool().default(false) });
export const newEmail = resetRequest;
export const passwordChange = passwordReset.extend({
  current: z.string().min(1, "Write the password you have now."),
});
export const sessionId = z.object({ id: z.uuid() });
/** Said in so many words: the one at hand stays. */
export const otherSessions = z.object({
  only: z.literal("others", "expected others: this session stays"),
});
/** Nothing is asked: all but the one at hand. */
export const everySession = z.object({});
