import { z } from "zod";
import { ROLES } from "@/lib/workspaces/schema";

export const newInvitation = z.object({
  role: z.enum(ROLES),
  /** Whose e-mail the link is for; empty: whoever holds it. */
  email: z
    .union([z.literal(""), z.email("Write an address like name@example.com.")])
    .optional()
    .transform((text) => text || null),
  days: z.coerce
    .number("expected 1 to 30 days")
    .int("expected 1 to 30 days")
    .min(1, "expected 1 to 30 days")
    .max(30, "expected 1 to 30 days")
    .default(7),
});
export const invitationId = z.object({ id: z.uuid() });
/** What stands in a link. */
export const invitationSecret = z.object({
  secret: z.string().regex(/^[\w-]{32,128}$/, "This is not the end of an invitation's link."),
});
