import { expect, it } from "vitest";
import { whoCan } from "@/components/workspaces/role-names";

const person = (email: string, role: "owner" | "admin" | "member") => ({
  userId: email,
  email,
  name: null,
  role,
  since: "2026-11-20T00:00:00Z",
});
const members = [
  person("ada@x.test", "owner"),
  person("bo@x.test", "admin"),
  person("c@x.test", "member"),
];

it("names those who can do what one's own role may not", () => {
  expect(whoCan("admin", "add people", members)).toBe(
    "Only admins and owners can add people. Ask ada@x.test or bo@x.test.",
  );
  expect(whoCan("owner", "delete it", members)).toBe("Only owners can delete it. Ask ada@x.test.");
});

it("asks nobody when nobody of that role is known", () => {
  expect(whoCan("owner", "delete it", [])).toBe("Only owners can delete it.");
});
