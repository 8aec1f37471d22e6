import { z } from "zod";

export const ROLES = ["viewer", "member", "admin", "owner"] as const;
export type Role = (typeof ROLES)[number];

/** True when `role` may do what `least` may. */
export function mayAs(role: Role, least: Role) {
  return ROLES.indexOf(role) >= ROLES.indexOf(least);
}

const name = z
  .string()
  .trim()
  .min(1, "Give the workspace a name.")
  .max(80, "A name has at most 80 characters.");

export const newWorkspace = z.object({ name });
const rateBasis = z.enum(["views", "reach", "impressions", "followers"]);
const timeZone = z.string().refine(isTimeZone, "expected a time zone like Europe/Berlin");
export const workspaceSettings = z.object({ name, timeZone, rateBasis });
/** The same over HTTP, each as one wishes. */
export const workspaceChange = z.object({
  name: name.optional(),
  time_zone: timeZone.optional(),
  rate_basis: rateBasis.optional(),
});
export const workspaceChoice = z.object({ workspaceId: z.uuid() });
export const newMember = z.object({
  email: z.email("That is not an e-mail address."),
  role: z.enum(ROLES),
});
export const memberRole = z.object({ userId: z.uuid(), role: z.enum(ROLES) });
/** The same over HTTP, where the path names the person. */
export const memberId = z.object({ id: z.uuid() });
export const roleChoice = z.object({ role: z.enum(ROLES) });
export const newOwner = z.object({ user_id: z.uuid() });
export const memberChoice = z.object({ userId: z.uuid() });
/** Nothing is asked of who leaves. */
export const leaving = z.object({});
export const workspaceDeletion = z.object({ confirmation: z.string() });

function isTimeZone(text: string) {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: text }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
