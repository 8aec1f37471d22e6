import { expect, it } from "vitest";
import { rolesWith } from "@/components/upload/roles";
import type { ColumnRole } from "@/lib/uploads/upload";

const columns = (["link", "platform", "keep", "skip"] as const).map((role) => ({
  name: role,
  role,
  samples: [],
  filled: 1,
}));

it.each<[number, ColumnRole, ColumnRole[]]>([
  [2, "link", ["keep", "platform", "link", "skip"]],
  [0, "platform", ["platform", "keep", "keep", "skip"]],
  [3, "keep", ["link", "platform", "keep", "keep"]],
  [0, "skip", ["skip", "platform", "keep", "skip"]],
])("column %i as %s leaves one link and one platform column at most", (index, role, roles) => {
  expect(rolesWith(columns, index, role)).toEqual(roles);
});
