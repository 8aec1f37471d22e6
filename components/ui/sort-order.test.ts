import { expect, it } from "vitest";
import { sortOrder } from "@/components/ui/sort-order";

it.each([
  ["views", "desc", "likes", "desc", { sorted: null, next: "desc" }],
  ["views", "desc", "views", "desc", { sorted: "descending", next: "asc" }],
  ["views", "asc", "views", "desc", { sorted: "ascending", next: "desc" }],
  ["title", "asc", "title", "asc", { sorted: "ascending", next: "desc" }],
] as const)(
  "sorted by %s %s, the head of %s (%s first) is %j",
  (sort, order, head, first, stands) => {
    expect(sortOrder({ sort, order }, head, first)).toEqual(stands);
  },
);
