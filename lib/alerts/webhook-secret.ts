import { openText, sealText } from "@/lib/accounts/sealed-text";
import type { TokenKeys } from "@/lib/accounts/token-keys";

type Owner = { workspaceId: string; webhookId: string };

/** A webhook's secret, encrypted so that it opens for that webhook alone. */
export function sealWebhookSecret(secret: string, owner: Owner, keys: TokenKeys) {
  return sealText(secret, bindingOf(owner), keys);
}

export function openWebhookSecret(ciphertext: string, owner: Owner, keys: TokenKeys) {
  return openText(ciphertext, bindingOf(owner), keys);
}

function bindingOf({ workspaceId, webhookId }: Owner) {
  return { typ: "webhook", wsp: workspaceId, whk: webhookId };
}
