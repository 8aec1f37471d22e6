import { randomBytes } from "node:crypto";
import { CompactEncrypt } from "jose";
import { describe, expect, it } from "vitest";
import type { Grant } from "@/lib/platforms/connected";
import { needsReseal, readTokenKeys } from "./token-keys";
import { openGrant, sealGrant } from "./token-vault";

const row = { workspaceId: "workspace-1", accountId: "account-1" };
const grant: Grant = {
  accessToken: "canary/access+token=1",
  accessExpiresAt: "2026-11-21T10:00:00Z",
  refreshToken: "canary/refresh+token=2",
  reconnectBy: null,
  scopes: ["one", "two"],
};
const older = `older:${randomBytes(32).toString("base64")}`;
const newer = `newer:${randomBytes(32).toString("base64url")}`;

function keysOf(text: string) {
  const keys = readTokenKeys(text);
  if (!keys) throw new Error("There are no keys.");
  return keys;
}
const keys = keysOf(older);

function forge(plaintext: string, header: object) {
  const whole = { alg: "dir", enc: "A256GCM", typ: "grant", kid: "older", wsp: "", acc: "" };
  return new CompactEncrypt(new TextEncoder().encode(plaintext))
    .setProtectedHeader({ ...whole, wsp: row.workspaceId, acc: row.accountId, ...header })
    .encrypt(keys.current.key);
}

describe("the token vault", () => {
  it("gives back what was put in", async () => {
    const { ciphertext, keyId } = await sealGrant(grant, row, keys);
    expect(keyId).toBe("older");
    expect(ciphertext.split(".")).toHaveLength(5);
    expect(await openGrant(ciphertext, row, keys)).toEqual({ kind: "open", grant });
  });

  it("never writes the same twice", async () => {
    const [one, two] = await Promise.all([
      sealGrant(grant, row, keys),
      sealGrant(grant, row, keys),
    ]);
    expect(one.ciphertext).not.toBe(two.ciphertext);
  });

  it.each([
    ["another account", { ...row, accountId: "account-2" }],
    ["another workspace", { ...row, workspaceId: "workspace-2" }],
  ])("opens nothing that was moved to %s (invariant 31)", async (_where, other) => {
    const { ciphertext } = await sealGrant(grant, row, keys);
    expect(await openGrant(ciphertext, other, keys)).toMatchObject({ kind: "unreadable" });
    // Nor when the header is rewritten to match: it is part of what the key signs.
    const [, ...rest] = ciphertext.split(".");
    const moved = (await sealGrant(grant, other, keys)).ciphertext.split(".")[0];
    const forged = [moved, ...rest].join(".");
    expect(await openGrant(forged, other, keys)).toMatchObject({ kind: "unreadable" });
  });

  it("reads old tokens after a rotation and writes them with the new key (invariant 31)", async () => {
    const before = await sealGrant(grant, row, keys);
    const rotated = keysOf(`${newer},${older}`);
    const opened = await openGrant(before.ciphertext, row, rotated);
    if (opened.kind !== "open") throw new Error(opened.detail);
    expect(needsReseal(before.keyId, rotated)).toBe(true);

    const after = await sealGrant(opened.grant, row, rotated);
    expect(needsReseal(after.keyId, rotated)).toBe(false);
    expect(await openGrant(after.ciphertext, row, keysOf(newer))).toEqual({ kind: "open", grant });
  });

  it("says which setting lost the key, and opens nothing without it (invariant 31)", async () => {
    const { ciphertext } = await sealGrant(grant, row, keys);
    expect(await openGrant(ciphertext, row, keysOf(newer))).toMatchObject({
      kind: "unreadable",
      detail: expect.stringContaining("TOKEN_KEYS"),
    });
    const sameName = keysOf(newer.replace("newer", "older"));
    expect(await openGrant(ciphertext, row, sameName)).toMatchObject({ kind: "unreadable" });
  });

  it("opens nothing that was changed by one letter", async () => {
    const { ciphertext } = await sealGrant(grant, row, keys);
    const parts = ciphertext.split(".");
    for (const at of [0, 2, 3, 4]) {
      const part = parts[at] ?? "";
      const changed = (part.startsWith("A") ? "B" : "A") + part.slice(1);
      const text = parts.map((each, index) => (index === at ? changed : each)).join(".");
      expect(await openGrant(text, row, keys)).toMatchObject({ kind: "unreadable" });
    }
  });

  it.each([
    ["nothing", async () => ""],
    ["no JWE", async () => "not.a.token"],
    ["another encryption", () => forgeWithHalfKey()],
    ["another kind of token", () => forge(JSON.stringify(grant), { typ: "JWT" })],
    ["an unknown header", () => forge(JSON.stringify(grant), { cty: "x" })],
    ["no JSON", () => forge("canary/access+token=1", {})],
    ["JSON of another form", () => forge('{"accessToken":"canary/access+token=1"}', {})],
  ])("calls %s unreadable, in a sentence without what it read (invariant 30)", async (_, make) => {
    const opened = await openGrant(await make(), row, keys);
    if (opened.kind !== "unreadable") throw new Error("It was opened.");
    expect(opened.detail).toMatch(/^(The|What) .*\.$/);
    expect(opened.detail).not.toContain("canary");
  });

  it("shows no token in the ciphertext, in no encoding (invariant 30)", async () => {
    const { ciphertext } = await sealGrant(grant, row, keys);
    const decoded = ciphertext
      .split(".")
      .map((part) => Buffer.from(part, "base64").toString("latin1"));
    for (const text of [ciphertext, ...decoded]) {
      for (const token of [grant.accessToken, grant.refreshToken ?? ""]) {
        const base64 = Buffer.from(token).toString("base64url").slice(0, -2);
        for (const form of [token, encodeURIComponent(token), base64, "canary"]) {
          expect(text).not.toContain(form);
        }
      }
    }
  });
});

function forgeWithHalfKey() {
  return new CompactEncrypt(new TextEncoder().encode(JSON.stringify(grant)))
    .setProtectedHeader({
      alg: "dir",
      enc: "A128GCM",
      typ: "grant",
      kid: "older",
      wsp: row.workspaceId,
      acc: row.accountId,
    })
    .encrypt(keys.current.key.subarray(0, 16));
}
