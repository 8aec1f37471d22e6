type Row = { id: number; parent_id: number | null };

/**
 * Rows in reading order as JSON text, each with its replies in `children`. Written as text, row by
 * row: JSON.stringify goes down by recursion, and a chain of replies may be deeper than its stack.
 * A row whose parent is not among them stands at the top and names it.
 */
export function nestedJson(rows: readonly Row[]): string {
  const pieces: string[] = ["["];
  const open: number[] = [];
  let isFirst = true;
  for (const row of rows) {
    while (open.length > 0 && open.at(-1) !== row.parent_id) {
      open.pop();
      pieces.push("]}");
      isFirst = false;
    }
    if (!isFirst) pieces.push(",");
    pieces.push(JSON.stringify(row).slice(0, -1), ',"children":[');
    open.push(row.id);
    isFirst = true;
  }
  pieces.push("]}".repeat(open.length), "]");
  return pieces.join("");
}
