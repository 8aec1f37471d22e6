import type { Role } from "@/lib/workspaces/schema";

export type Member = {
  userId: string;
  email: string;
  name: string | null;
  role: Role;
  since: string;
};

/** The person looking, with their role here. */
export type Me = { userId: string; role: Role };

export const ROLE_NAMES: Record<Role, string> = {
  owner: "Owner",
  admin: "Admin",
  member: "Member",
  viewer: "Viewer",
};

/** What a role may do, beyond the one before it. */
export const ROLE_NOTES: Record<Role, string> = {
  viewer: "Reads and exports everything, changes nothing.",
  member: "Also uploads, runs, measures and connects accounts.",
  admin: "Also manages people and settings, and reads the audit log.",
  owner: "Also hands the workspace over, and deletes it.",
};

const HOLDERS = { admin: ["admin", "owner"], owner: ["owner"] };

/** What a person is called: the name they gave themselves, else their e-mail. */
export function personName({ name, email }: Pick<Member, "name" | "email">) {
  return name ?? email;
}

/** Who can do what one's own role may not: "Only admins can add people. Ask ada@example.com." */
export function whoCan(least: "admin" | "owner", what: string, members: Member[]): string {
  const able = members.filter(({ role }) => HOLDERS[least].includes(role)).map(personName);
  const who = least === "admin" ? "admins and owners" : "owners";
  const names = able.slice(0, 2).join(" or ");
  return `Only ${who} can ${what}.${names && ` Ask ${names}.`}`;
}
