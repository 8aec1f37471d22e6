import "server-only";
import { createTransport, type Transporter } from "nodemailer";
import { env } from "@/lib/env";
import { log } from "@/lib/log/log";

/** A mail server that hangs must not hold up the page or the worker that sends. */
const TIMEOUT_MS = 10_000;

export type Mail = { to: string; subject: string; text: string };
export type Sent = { sent: true } | { sent: false; reason: string };

/** Whether this server can send e-mail at all. */
export function mailIsSet(): boolean {
  const { SMTP_URL, MAIL_FROM } = env();
  return SMTP_URL !== undefined && MAIL_FROM !== undefined;
}

/** Sends one e-mail. Never throws: whoever sends has already done what the e-mail tells of. */
export async function sendMail({ to, subject, text }: Mail): Promise<Sent> {
  const { SMTP_URL, MAIL_FROM } = env();
  if (!SMTP_URL || !MAIL_FROM) {
    return { sent: false, reason: "This server is not set up to send e-mail." };
  }
  try {
    const { rejected } = await transport(SMTP_URL).sendMail({
      from: MAIL_FROM,
      // As an object it is one address, whatever stands in it.
      to: { name: "", address: to },
      subject: subject.replace(/\s+/g, " "),
      text,
    });
    if (!rejected?.length) return { sent: true };
    return { sent: false, reason: "The mail server did not take this address." };
  } catch (error) {
    // The address of the server holds its password, and the text may hold a secret link: only what went wrong.
    const { code, responseCode } = asFailure(error);
    log("error", "mail not sent", { code, responseCode });
    return { sent: false, reason: why(code, responseCode) };
  }
}

let made: { url: string; transporter: Transporter } | undefined;

function transport(url: string) {
  if (made?.url !== url) {
    const timeouts = {
      connectionTimeout: TIMEOUT_MS,
      greetingTimeout: TIMEOUT_MS,
      socketTimeout: TIMEOUT_MS,
    };
    made = { url, transporter: createTransport({ ...timeouts, url }) };
  }
  return made.transporter;
}

function asFailure(error: unknown): {
  code?: string | undefined;
  responseCode?: number | undefined;
} {
  const { code, responseCode } = Object(error);
  return {
    code: typeof code === "string" ? code : undefined,
    responseCode: typeof responseCode === "number" ? responseCode : undefined,
  };
}

function why(code: string | undefined, status: number | undefined) {
  if (code === "EAUTH") return "The mail server refused this server's name or password.";
  if (code === "EENVELOPE" && status !== undefined && status >= 500)
    return `The mail server did not take this address (${status}).`;
  if (status !== undefined) return `The mail server refused the e-mail (${status}).`;
  return "The mail server did not answer. Try again in a minute.";
}
