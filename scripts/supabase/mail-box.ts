import { appendFile } from "node:fs/promises";
import type { EmailDriver } from "@supabase/lite";

/** One line of mails.jsonl: what would have been sent. */
export type Mail = { to: string; subject: string; link: string | null; sentAt: string };

/** Delivers nothing: keeps each mail's link in a file, one JSON a line, and shows it. */
export function mailBox(path: string, show: (mail: Mail) => void = () => {}): EmailDriver {
  return {
    async send({ to, subject, html, text }) {
      const mail = { to, subject, link: linkOf(html, text), sentAt: new Date().toISOString() };
      await appendFile(path, `${JSON.stringify(mail)}\n`, { mode: 0o600 });
      show(mail);
    },
  };
}

function linkOf(html = "", text = "") {
  const link = /href="([^"]+)"/.exec(html)?.[1] ?? /https?:\/\/\S+/.exec(text)?.[0] ?? null;
  return link?.replaceAll("&amp;", "&").replaceAll("&#x3D;", "=") ?? null;
}
