import { randomUUID } from "node:crypto";

/** What connect_accounts is given of an account that somebody signed in to. */
export const found = (external: string = randomUUID()) => ({
  id: randomUUID(),
  platform: "tiktok",
  kind: "tiktok_user",
  connection: "tiktok",
  external_id: external,
  name: "Acme",
  scopes: ["video.list"],
  is_simulated: false,
  ciphertext: "sealed",
  key_id: "test",
});
