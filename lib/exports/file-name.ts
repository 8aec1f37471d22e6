const MAX_LENGTH = 150;

// Path separators, what Windows refuses, control and invisible direction-changing characters.
const UNSAFE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused.
  /[\u0000-\u001F\u007F-\u009F\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF"*/:<>?\\|]+/g;

/** A name that any system can save: nothing hidden in it, no path, at most 150 characters. */
export function safeFileName(stem: string, extension: string): string {
  const clean = stem
    .toWellFormed()
    .normalize("NFC")
    .replace(UNSAFE, " ")
    .replace(/\s+/g, " ")
    .replace(/^[\s.]+|[\s.]+$/g, "");
  const short = [...clean].slice(0, MAX_LENGTH).join("").trimEnd();
  return `${short || "export"}.${extension}`;
}

/** The value of Content-Disposition for a download (RFC 6266): plain ASCII first, then the full name. */
export function attachment(fileName: string): string {
  const ascii = fileName
    .normalize("NFD")
    .replace(/\p{Mark}/gu, "")
    .replace(/[^\x20-\x7E]|["\\%]/g, "_");
  const encoded = encodeURIComponent(fileName.toWellFormed()).replace(
    /['()*!]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
