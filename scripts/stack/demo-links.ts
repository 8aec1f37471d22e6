const youtube = (n: number) =>
  `https://www.youtube.com/${n % 4 === 0 ? "shorts/" : "watch?v="}Demo${String(n).padStart(7, "0")}`;
const tiktok = (n: number) =>
  `https://www.tiktok.com/@demo.creator${n % 7}/video/73${String(10_000_000_000_000_000 + n * 7919)}`;
const instagram = (n: number) =>
  `https://www.instagram.com/reel/Demo${String(n).padStart(6, "0")}x/`;

const CAMPAIGNS = ["spring launch", "summer sale", "always on"];

/** A small file as a person would upload it: every platform, a column of its own, two bad rows. */
export function demoLinks() {
  const rows: string[] = [];
  const add = (platform: string, url: string) =>
    rows.push(`${platform},${url},${CAMPAIGNS[rows.length % CAMPAIGNS.length]}`);
  for (let n = 1; n <= 40; n++) {
    add("youtube", youtube(n));
    if (n % 2) add("tiktok", tiktok(n));
    if (n % 2) add("instagram", instagram(n));
  }
  add("facebook", "https://www.facebook.com/demo.page/posts/1234567890123456");
  add("linkedin", "https://www.linkedin.com/feed/update/urn:li:activity:7212345678901234567/");
  add("youtube", "https://www.youtube.com/@demo");
  add("", "not a link");
  return `platform,url,campaign\n${rows.join("\n")}\n`;
}

/** Some links without a header, as people paste them together. */
export function fewLinks(first: number, count: number) {
  const numbers = Array.from({ length: count }, (_, at) => first + at);
  return `${numbers.map((n) => [youtube, tiktok, instagram][n % 3]?.(n)).join("\n")}\n`;
}
