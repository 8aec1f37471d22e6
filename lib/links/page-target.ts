const TAG = /<(?:link|meta)\b[^>]{0,2000}>/gi;

/** Where a page that stands in between says it leads: its canonical link, og:url or refresh. Null when it does not. */
export function pageTarget(html: string): string | null {
  for (const [tag] of html.matchAll(TAG)) {
    const target = targetOf(tag);
    if (target) return target.replaceAll("&amp;", "&");
  }
  return null;
}

function targetOf(tag: string) {
  if (/\brel\s*=\s*["']?canonical\b/i.test(tag)) return attribute(tag, "href");
  if (/\bproperty\s*=\s*["']?og:url\b/i.test(tag)) return attribute(tag, "content");
  if (!/\bhttp-equiv\s*=\s*["']?refresh\b/i.test(tag)) return null;
  return /url\s*=\s*['"]?([^'"]+)/i.exec(attribute(tag, "content") ?? "")?.[1] ?? null;
}

function attribute(tag: string, name: string) {
  const found = new RegExp(`\\b${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, "i").exec(tag);
  return found?.[1] ?? found?.[2] ?? null;
}
