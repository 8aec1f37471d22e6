import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

const PASSWORD = "smtp password of this test";
const LINK = "https://app.test/invite/a-secret-nobody-may-log";

let server: SMTPServer;
let port = 0;
const received: { from: string; to: string[]; text: string }[] = [];

beforeEach(async () => {
  received.length = 0;
  server = new SMTPServer({
    disabledCommands: ["STARTTLS"],
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _session, done) =>
      password === PASSWORD ? done(null, { user: username }) : done(new Error("no")),
    onRcptTo: ({ address }, _session, done) =>
      address.startsWith("gone@")
        ? done(Object.assign(new Error("No such mailbox"), { responseCode: 550 }))
        : done(),
    onData(stream, { envelope }, done) {
      let text = "";
      stream.on("data", (piece) => (text += piece));
      stream.on("end", () => {
        const { mailFrom, rcptTo } = envelope;
        received.push({
          from: mailFrom ? mailFrom.address : "",
          to: rcptTo.map(({ address }) => address),
          text,
        });
        done();
      });
    },
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  // safe because it listens on a port
  port = (server.server.address() as AddressInfo).port;
});
afterEach(() => {
  vi.unstubAllEnvs();
  server.close();
});

async function mail(url?: string) {
  vi.resetModules();
  vi.stubEnv("SMTP_URL", url ?? `smtp://app:${encodeURIComponent(PASSWORD)}@127.0.0.1:${port}`);
  vi.stubEnv("MAIL_FROM", "Media Metrics Lab <metrics@app.test>");
  return import("@/lib/mail/send-mail");
}
const invitation = { to: "kim@example.test", subject: "Come in,\nKim", text: `Follow ${LINK}` };

it("delivers to a mail server that asks for a name and a password", async () => {
  const { mailIsSet, sendMail } = await mail();
  expect(mailIsSet()).toBe(true);
  expect(await sendMail(invitation)).toEqual({ sent: true });
  expect(received).toMatchObject([{ from: "metrics@app.test", to: ["kim@example.test"] }]);
  expect(received[0]?.text).toContain("From: Media Metrics Lab <metrics@app.test>");
  expect(received[0]?.text).toContain("Subject: Come in, Kim\r\n");
  expect(received[0]?.text).toContain(LINK);
});

it("sends to one address, whatever stands in it", async () => {
  const { sendMail } = await mail();
  await sendMail({ ...invitation, to: "kim@example.test, eve@example.test" });
  expect(received.flatMap(({ to }) => to)).not.toContain("eve@example.test");
});

it.each([
  ["without settings", "", "kim@example.test", /not set up to send e-mail/],
  ["without an answer", "smtp://127.0.0.1:9", "kim@example.test", /did not answer/],
  ["with a wrong password", undefined, "kim@example.test", /refused this server's name/],
  [
    "to a mailbox that is gone",
    undefined,
    "gone@example.test",
    /did not take this address \(550\)/,
  ],
])("says why nothing was sent %s, and no secret", async (how, url, to, reason) => {
  const lines = vi.spyOn(console, "error").mockImplementation(() => {});
  const wrong = how === "with a wrong password" ? `smtp://app:wrong@127.0.0.1:${port}` : url;
  const { sendMail } = await mail(wrong);
  const answer = await sendMail({ ...invitation, to });
  expect(answer).toEqual({ sent: false, reason: expect.stringMatching(reason) });
  expect(received).toEqual([]);
  for (const secret of [PASSWORD, encodeURIComponent(PASSWORD), "wrong@", LINK]) {
    expect(JSON.stringify([answer, lines.mock.calls])).not.toContain(secret);
  }
});
