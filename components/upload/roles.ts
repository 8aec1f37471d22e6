import type { PreviewColumn } from "@/components/upload/preview";
import type { ColumnRole } from "@/lib/uploads/upload";

/** The roles after one column took another: link and platform each belong to one column only. */
export function rolesWith(
  columns: readonly PreviewColumn[],
  changed: number,
  role: ColumnRole,
): ColumnRole[] {
  const single = role === "link" || role === "platform";
  return columns.map((column, index) => {
    if (index === changed) return role;
    return single && column.role === role ? "keep" : column.role;
  });
}
