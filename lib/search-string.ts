/** Values as a query string with its "?", without absent ones and what is the default anyway; "" for none. */
export function searchString(
  values: Record<string, string | number | undefined>,
  defaults: Record<string, unknown> = {},
): string {
  const set = Object.entries(values).filter(
    ([name, value]) => value !== undefined && value !== defaults[name],
  );
  return set.length === 0
    ? ""
    : `?${new URLSearchParams(set.map(([name, value]) => [name, String(value)]))}`;
}
