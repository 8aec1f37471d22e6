const ROWS = "main tbody > tr, main [data-rows] > li";

/** Moves the focus to the link of the next row, or the one before; from outside to the first in view. */
export function stepRow(by: 1 | -1): boolean {
  const rows = [...document.querySelectorAll<HTMLElement>(ROWS)].filter(
    (row) => row.checkVisibility() && linkOf(row) !== null,
  );
  if (rows.length === 0) return false;
  const held = rows.findIndex((row) => row.contains(document.activeElement));
  const inView = rows.findIndex((row) => row.getBoundingClientRect().bottom > 0);
  const next = held < 0 ? rows[Math.max(inView, 0)] : rows[held + by];
  const link = next && linkOf(next);
  link?.focus({ preventScroll: true });
  next?.scrollIntoView({ block: "nearest" });
  return true;
}

function linkOf(row: HTMLElement) {
  return row.querySelector<HTMLElement>("a[href]");
}
