/** Meta's hint that a metric exists, only not for this kind of post: no reason to spare the other posts. */
export function isAboutThisPost(message: string): boolean {
  return /media (product )?type|not support/i.test(message);
}

/** Which of the asked metrics a refusal names: by place (`metric[2]`), or by name. Empty when it does not say. */
export function refusedNames(message: string, asked: string[]): string[] {
  const places = [...message.matchAll(/metric\[(\d+)\]/g)].map(([, place]) => asked[Number(place)]);
  const placed = places.filter((name) => name !== undefined);
  if (placed.length > 0) return [...new Set(placed)];
  // The list of what would be accepted names the good ones.
  const [complaint = ""] = message.split(/(?:must be )?one of the following values/i);
  const words = new Set(complaint.match(/\w+/g));
  const named = asked.filter((name) => words.has(name));
  // Words such as "views" or "comments" may stand for themselves: a sentence that names all, names none.
  return named.length === asked.length && asked.length > 1 ? [] : named;
}
