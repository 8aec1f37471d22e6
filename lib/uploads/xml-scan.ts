import { damaged } from "./zip-parts.ts";

/** Longer elements than this are no row and no text that a spreadsheet program writes. */
const MAX_ELEMENT_CHARACTERS = 500_000;
const ATTRIBUTES = `((?:[^<>"']|"[^<"]*"|'[^<']*')*)`;

/** The tag prefix a part uses, such as `x:`; most use none. */
export function tagPrefix(piece: string): string {
  return /<(\w{1,20}:)?(?:worksheet|sst)[\s>]/.exec(piece.slice(0, 4096))?.[1] ?? "";
}

/**
 * Calls `onElement` with the opening tag and the inner XML of each element of a name, in order,
 * until it answers false. Takes time in proportion to the text, whatever the text is.
 */
export async function scanElements(
  pieces: AsyncIterable<string>,
  name: string,
  onElement: (tag: string, inner: string, prefix: string) => boolean,
): Promise<void> {
  let prefix: string | null = null;
  let text = "";
  for await (const piece of pieces) {
    prefix ??= tagPrefix(piece);
    text += piece;
    const rest = scanText(text, prefix, name, onElement);
    if (rest === null) return;
    text = text.slice(rest);
    if (text.length > MAX_ELEMENT_CHARACTERS) throw damaged();
  }
  if (new RegExp(`<${prefix}${name}[\\s>]`).test(text)) throw damaged();
}

/** Returns where the text still has to be read on, or null when enough was read. */
function scanText(
  text: string,
  prefix: string,
  name: string,
  onElement: (tag: string, inner: string, prefix: string) => boolean,
): number | null {
  const opening = `<${prefix}${name}`;
  const closing = `</${prefix}${name}>`;
  let at = 0;
  for (;;) {
    const open = text.indexOf(opening, at);
    if (open === -1) return Math.max(at, text.length - opening.length);
    const tagEnd = text.indexOf(">", open);
    if (tagEnd === -1) return open;
    at = tagEnd + 1;
    if (!/[\s/>]/.test(text.charAt(open + opening.length))) continue;
    let inner = "";
    if (text[tagEnd - 1] !== "/") {
      const close = text.indexOf(closing, tagEnd);
      if (close === -1) return open;
      inner = text.slice(tagEnd + 1, close);
      at = close + closing.length;
    }
    if (!onElement(text.slice(open, tagEnd + 1), inner, prefix)) return null;
  }
}

/** The attribute texts of every tag of a name, in a part that is read whole. */
export function tagsNamed(text: string, name: string): string[] {
  const tags = text.matchAll(new RegExp(`<(?:\\w{1,20}:)?${name}(?=[\\s/>])${ATTRIBUTES}>`, "g"));
  return Array.from(tags, (match) => match[1] ?? "");
}

/** An attribute's value. `name` without its prefix: `id` finds `r:id`. */
export function attribute(tag: string, name: string): string | null {
  const start = tag.indexOf(` ${name}="`);
  if (start !== -1) {
    const from = start + name.length + 3;
    return xmlText(tag.slice(from, tag.indexOf('"', from)));
  }
  if (!tag.includes(`${name}=`)) return null;
  const match = new RegExp(`\\s(?:\\w{1,20}:)?${name}=(?:"([^"]*)"|'([^']*)')`).exec(tag);
  return match ? xmlText(match[1] ?? match[2] ?? "") : null;
}

const NAMED: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const REFERENCE = /&(?:#x([0-9a-f]{1,8})|#(\d{1,8})|(amp|lt|gt|quot|apos));/gi;
const ESCAPE = /_x([0-9a-f]{4})_/gi;

/** Text as it was before it was written as XML. Always well-formed, and never with a NUL. */
export function xmlText(text: string): string {
  if (!text.includes("&") && !text.includes("_x")) return text;
  const plain = text
    .replace(REFERENCE, (_, hex?: string, decimal?: string, name?: string) =>
      name ? (NAMED[name] ?? name) : character(hex ? Number.parseInt(hex, 16) : Number(decimal)),
    )
    .replace(ESCAPE, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return plain.toWellFormed().replaceAll("\0", "\ufffd");
}

function character(code: number) {
  return code <= 0x10ffff ? String.fromCodePoint(code) : "\ufffd";
}
