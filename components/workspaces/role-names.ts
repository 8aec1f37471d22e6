import type { Role } from "@/lib/workspaces/schema";

export type Member = { userId: string; email: string; role: Role; since: string };

/** The person looking, with their role here. */
export type Me = { userId: string; role: Role };

export const ROLE_NAMES: Record<Role, string> = {
  owner: "Owner",
  admin: "Admin",
  member: "Member",
  viewer: "Viewer",
};

const HOLDERS = { admin: ["admin", "owner"], owner: ["owner"] };

/** Who can do what one's own role may not: "Only admins can add people. Ask ada@example.com." */
export function whoCan(least: "admin" | "owner", what: string, members: Member[]): string {
  const able = members.filter(({ role }) => HOLDERS[least].includes(role)).map((m) => m.email);
  const who = least === "admin" ? "admins and owners" : "owners";
  const names = able.slice(0, 2).join(" or ");
  return `Only ${who} can ${what}.${names && ` Ask ${names}.`}`;
}
