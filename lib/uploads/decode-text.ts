import { isUtf8 } from "node:buffer";
import { AppError } from "../errors.ts";

/** The text of a file in UTF-8, UTF-16 or Windows-1252, without its byte-order mark. */
export function decodeText(bytes: Uint8Array): string {
  const text = decode(bytes);
  const nul = text.indexOf("\0");
  if (nul === -1) return text;
  throw new AppError(
    "malformed",
    `This file holds a NUL character (line ${lineAt(text, nul)}), so it is not plain text. Save it again as CSV (UTF-8) and upload it.`,
  );
}

function decode(bytes: Uint8Array) {
  const utf16 = utf16Label(bytes);
  if (utf16) return new TextDecoder(utf16).decode(bytes);
  if (isUtf8(bytes)) return new TextDecoder().decode(bytes);
  const text = new TextDecoder().decode(bytes);
  return isMostlyUtf8(text) ? text : new TextDecoder("windows-1252").decode(bytes);
}

function utf16Label(bytes: Uint8Array) {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  // Without a mark: the first two characters of a header or link are below U+0100.
  if (second === 0 && bytes[3] === 0 && first !== 0) return "utf-16le";
  if (first === 0 && bytes[2] === 0 && second !== 0) return "utf-16be";
  return null;
}

// One broken byte in a UTF-8 file must not turn every other special character into two.
function isMostlyUtf8(text: string) {
  const broken = text.match(/\ufffd/g)?.length ?? 0;
  const whole = text.match(/[\u0080-\ufffc]/g)?.length ?? 0;
  return whole > broken;
}

function lineAt(text: string, position: number) {
  let line = 1;
  let at = text.indexOf("\n");
  while (at !== -1 && at < position) {
    line++;
    at = text.indexOf("\n", at + 1);
  }
  return line.toLocaleString("en");
}
