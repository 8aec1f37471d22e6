type Order = "asc" | "desc";

/** How a column's head stands: as what it is marked, and the order that following it gives. */
export function sortOrder<Sort extends string>(
  filter: { sort: Sort; order: Order },
  sort: Sort,
  first: Order,
): { sorted: "ascending" | "descending" | null; next: Order } {
  if (filter.sort !== sort) return { sorted: null, next: first };
  const other = first === "desc" ? "asc" : "desc";
  return {
    sorted: filter.order === "asc" ? "ascending" : "descending",
    next: filter.order === first ? other : first,
  };
}
