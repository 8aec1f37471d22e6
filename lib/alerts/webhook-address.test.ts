import { describe, expect, it } from "vitest";
import { checkWebhookAddress } from "./webhook-address";

describe("checkWebhookAddress (invariant 36)", () => {
  it.each([
    ["https://example.com/hooks/1?key=a", true],
    ["https://example.com:8443/", true],
    ["https://1.1.1.1/hook", true],
    ["http://example.com/hook", false],
    ["ftp://example.com/hook", false],
    ["https://user:secret@example.com/", false],
    ["https://localhost/hook", false],
    ["https://metadata.google.internal/", false],
    ["https://intranet/", false],
    ["https://127.0.0.1/", false],
    ["https://10.0.0.7/", false],
    ["https://169.254.169.254/latest/meta-data", false],
    ["https://2130706433/", false],
    ["https://0x7f.1/", false],
    ["https://[::1]/", false],
    ["https://[fd00::1]/", false],
    ["https://[::ffff:10.0.0.1]/", false],
    ["https://api.localhost/", false],
    ["not an address", false],
  ])("%s: %s", (address, usable) => {
    expect(checkWebhookAddress(address, false).kind).toBe(usable ? "usable" : "refused");
  });

  it.each(["http://localhost:4000/hook", "http://127.0.0.1:4000/", "https://[::1]:4000/"])(
    "%s is this machine, and usable where that is allowed alone",
    (address) => {
      expect(checkWebhookAddress(address, true)).toMatchObject({ kind: "usable", isLocal: true });
      expect(checkWebhookAddress(address, false).kind).toBe("refused");
    },
  );

  it("allows no other address inside, also where this machine is allowed", () => {
    expect(checkWebhookAddress("http://10.0.0.7/", true).kind).toBe("refused");
    expect(checkWebhookAddress("https://169.254.169.254/", true).kind).toBe("refused");
  });
});
