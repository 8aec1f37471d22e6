import { createHmac, randomBytes } from "node:crypto";

export const SIGNATURE_HEADER = "x-mml-signature";
export const DELIVERY_HEADER = "x-mml-delivery";

/** What a webhook's messages are signed with: 256 bits, told apart from other secrets by its beginning. */
export function newWebhookSecret() {
  return `mmlwh_${randomBytes(32).toString("base64url")}`;
}

/** `t=<unix seconds>,v1=<hex>`: HMAC-SHA256 of `<t>.<body>`, so that an old message cannot pass for a new one. */
export function signatureOf(body: string, secret: string, at: Date) {
  const seconds = Math.floor(at.getTime() / 1000);
  const mac = createHmac("sha256", secret).update(`${seconds}.${body}`).digest("hex");
  return `t=${seconds},v1=${mac}`;
}
