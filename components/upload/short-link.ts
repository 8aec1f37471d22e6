/** A link as people read it: without what every link begins with. Other texts stay as they are. */
export function shortLink(text: string): string {
  return text.replace(/^https:\/\/(www\.)?/, "");
}
