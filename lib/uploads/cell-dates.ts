import { attribute, tagsNamed } from "./xml-scan.ts";

const DAY_MS = 86_400_000;
/** Day 0 of the two calendars workbooks use. */
const ORIGIN_1900_MS = Date.UTC(1899, 11, 30);
const ORIGIN_1904_MS = Date.UTC(1904, 0, 1);
const MAX_DAYS = 2_958_466;

/** For each cell style whether its numbers are dates. */
export function dateStyles(stylesXml: string): boolean[] {
  const codes = new Map<string, string>();
  for (const tag of tagsNamed(stylesXml, "numFmt")) {
    codes.set(attribute(tag, "numFmtId") ?? "", attribute(tag, "formatCode") ?? "");
  }
  const from = stylesXml.search(/<(?:\w{1,20}:)?cellXfs[\s>]/);
  const to = stylesXml.search(/<\/(?:\w{1,20}:)?cellXfs>/);
  if (from === -1) return [];
  return tagsNamed(stylesXml.slice(from, to === -1 ? undefined : to), "xf").map((tag) => {
    const id = attribute(tag, "numFmtId") ?? "0";
    const code = codes.get(id);
    return code === undefined ? isBuiltInDate(Number(id)) : isDateCode(code);
  });
}

function isBuiltInDate(id: number) {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 58);
}

// Quoted words, escaped letters and bracketed colours may hold a "d" or "h" without being dates.
function isDateCode(code: string) {
  const bare = code.replace(/"[^"]*"|\\.|\[(?!h|m|s)[^\]]*\]/gi, "");
  return bare.length < 200 && /[dmyhs]/i.test(bare) && !/[#?]|general/i.test(bare);
}

/** A day number as `2026-11-18`, with the time when it has one; null when it is no date. */
export function dateText(days: number, countsFrom1904: boolean): string | null {
  if (!(days >= 0 && days < MAX_DAYS)) return null;
  const origin = countsFrom1904 ? ORIGIN_1904_MS : ORIGIN_1900_MS;
  const iso = new Date(origin + Math.round(days * DAY_MS)).toISOString();
  const time = iso.slice(11, 19);
  if (days < 1) return time;
  return time === "00:00:00" ? iso.slice(0, 10) : `${iso.slice(0, 10)} ${time}`;
}
