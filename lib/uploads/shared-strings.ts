import { AppError } from "../errors.ts";
import { scanElements, xmlText } from "./xml-scan.ts";
import type { ZipParts } from "./zip-parts.ts";

const MAX_STRINGS = 1_500_000;

/** The texts that cells refer to by number. Throws AppError. */
export async function readSharedStrings(zip: ZipParts, part: string | null): Promise<string[]> {
  const strings: string[] = [];
  if (!part) return strings;
  await scanElements(zip.pieces(part), "si", (_, inner, prefix) => {
    if (strings.length === MAX_STRINGS) throw tooMany();
    strings.push(richText(inner, prefix));
    return true;
  });
  return strings;
}

/** The text of an element that may be formatted in runs. Reading aids (`rPh`) are not part of it. */
export function richText(inner: string, prefix: string): string {
  const opening = `<${prefix}t`;
  const closing = `</${prefix}t>`;
  const xml = inner.includes(`<${prefix}rPh`) ? withoutReadingAids(inner, prefix) : inner;
  let text = "";
  let at = xml.indexOf(opening);
  while (at !== -1) {
    const start = xml.indexOf(">", at) + 1;
    if (start === 0) break;
    const isText = /[\s>]/.test(xml.charAt(at + opening.length)) && xml[start - 2] !== "/";
    const end = isText ? xml.indexOf(closing, start) : start;
    if (end === -1) break;
    text += xml.slice(start, end);
    at = xml.indexOf(opening, end);
  }
  return xmlText(text);
}

function withoutReadingAids(inner: string, prefix: string) {
  return inner
    .split(`<${prefix}rPh`)
    .map((part, index) => (index === 0 ? part : part.slice(part.indexOf(`</${prefix}rPh>`))))
    .join("");
}

function tooMany() {
  return new AppError(
    "too_large",
    "This workbook has more texts than are read here. Copy the columns that are needed into a new workbook and upload that.",
  );
}
