import { afterAll, beforeEach, expect, it } from "vitest";
import { resealTokens } from "@/lib/accounts/reseal-tokens";
import { sealGrant } from "@/lib/accounts/token-vault";
import {
  grantOf,
  interrupted,
  keysOf,
  type SealedWorld,
  startSealedWorld,
} from "./sealed-accounts.ts";

let world: SealedWorld;
beforeEach(async () => {
  await world?.stop();
  world = await startSealedWorld();
});
afterAll(() => world.stop());

const later = () => Date.now() + 60_000;
const accessOf = (ids: string[]) => ids.map((id) => grantOf(id).accessToken);

it.each([0, 1, 3, 6])(
  "killed after %i of 7 reseals, a rotation leaves every token readable, and ends later (invariant 31)",
  async (before) => {
    const ids = await world.connect(7, keysOf("old"));
    let resealed = 0;
    const dying = interrupted(world.db, "reseal_token", () => {
      if (resealed === before) throw new Error("killed");
      resealed += 1;
    });
    await expect(resealTokens(dying, keysOf("both"), later(), 1)).rejects.toThrow("killed");
    const rows = await world.stored(ids);
    expect(rows.filter(({ key_id }) => key_id === "new")).toHaveLength(before);
    expect(await world.opened(ids, keysOf("both"))).toEqual(accessOf(ids));

    expect(await resealTokens(world.db, keysOf("both"), later())).toBe(7 - before);
    expect((await world.stored(ids)).map(({ key_id, version }) => [key_id, version])).toEqual(
      ids.map(() => ["new", 1]),
    );
    // The old key can go now.
    expect(await world.opened(ids, keysOf("new"))).toEqual(accessOf(ids));
    expect(await resealTokens(world.db, keysOf("both"), later())).toBe(0);
  },
);

it("would lose tokens if the old key went before the end (control of invariant 31)", async () => {
  const ids = await world.connect(2, keysOf("old"));
  const [first = ""] = ids;
  await resealTokens(world.db, keysOf("both"), later());
  const sealed = await sealGrant(grantOf(first), world.owner(first), keysOf("old"));
  await world.sql(
    "update private.account_tokens set ciphertext = $2, key_id = 'old' where account_id = $1",
    [first, sealed.ciphertext],
  );
  expect(await world.opened(ids, keysOf("new"))).toEqual([
    "The stored token was encrypted with a key that TOKEN_KEYS no longer holds.",
    accessOf(ids)[1],
  ]);
});

it("never puts a resealed token over one that was refreshed meanwhile (invariant 31)", async () => {
  const ids = await world.connect(3, keysOf("old"));
  const [refreshed = ""] = ids;
  const fresh = { ...grantOf(refreshed), accessToken: "the refreshed one" };
  const racing = interrupted(world.db, "reseal_token", async () => {
    const [row] = await world.stored([refreshed]);
    if (row?.version !== 1) return;
    // Another process, which still writes with the old key, was given the refresh and commits it now.
    const account = { workspace: world.user.workspaceId, account: refreshed };
    const { data } = await world.db.rpc("take_token", {
      ...account,
      fresh_seconds: 0,
      refused_version: 1,
    });
    const { ciphertext, keyId } = await sealGrant(fresh, world.owner(refreshed), keysOf("old"));
    const token = {
      ciphertext,
      key_id: keyId,
      access_expires_at: null,
      reconnect_by: null,
      scopes: [],
    };
    // safe because take_token says so
    const { fence } = data as { fence: string };
    expect((await world.db.rpc("save_token", { ...account, fence, token })).data).toBe(true);
  });
  expect(await resealTokens(racing, keysOf("both"), later(), 1)).toBe(2);
  const [row] = await world.stored([refreshed]);
  expect(row).toMatchObject({ version: 2, key_id: "old" });
  expect(await world.opened(ids, keysOf("both"))).toEqual([
    "the refreshed one",
    ...accessOf(ids).slice(1),
  ]);
  expect(await resealTokens(world.db, keysOf("both"), later())).toBe(1);
  expect(await world.opened(ids, keysOf("new"))).toEqual([
    "the refreshed one",
    ...accessOf(ids).slice(1),
  ]);
});

it("lets a refresh that has begun before a reseal end after it (invariant 31)", async () => {
  const [id = ""] = await world.connect(1, keysOf("old"));
  const account = { workspace: world.user.workspaceId, account: id };
  const { data } = await world.db.rpc("take_token", {
    ...account,
    fresh_seconds: 0,
    refused_version: 1,
  });
  expect(await resealTokens(world.db, keysOf("both"), later())).toBe(1);
  const fresh = { ...grantOf(id), accessToken: "the refreshed one" };
  const { ciphertext, keyId } = await sealGrant(fresh, world.owner(id), keysOf("both"));
  const token = {
    ciphertext,
    key_id: keyId,
    access_expires_at: null,
    reconnect_by: null,
    scopes: [],
  };
  // safe because take_token says so
  const { fence } = data as { fence: string };
  expect((await world.db.rpc("save_token", { ...account, fence, token })).data).toBe(true);
  expect(await world.opened([id], keysOf("new"))).toEqual(["the refreshed one"]);
});

it("is not held up by tokens that cannot be read, and leaves those as they are (invariant 31)", async () => {
  const ids = await world.connect(5, keysOf("old"));
  const [first = "", second = ""] = ids;
  await world.sql(
    "update private.account_tokens set ciphertext = 'not ours' where account_id = any ($1)",
    [[first, second]],
  );
  expect(await resealTokens(world.db, keysOf("both"), later(), 1)).toBe(3);
  const rows = await world.stored(ids);
  expect(rows.map(({ key_id }) => key_id)).toEqual(["old", "old", "new", "new", "new"]);
  expect(rows[0]?.ciphertext).toBe("not ours");
});
