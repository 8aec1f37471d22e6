import "server-only";
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { tokenKeys } from "@/lib/accounts/own-keys";
import { type Delivery, listDeliveries } from "@/lib/alerts/queries";
import type { NewRule, RuleChanges, WebhookChanges } from "@/lib/alerts/schema";
import { newWebhookSecret } from "@/lib/alerts/signature";
import { checkWebhookAddress } from "@/lib/alerts/webhook-address";
import { sealWebhookSecret } from "@/lib/alerts/webhook-secret";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { callWorker } from "@/lib/queue/call-worker";
import { startWorkerAfterwards } from "@/lib/queue/start-worker";
import type { Scope } from "@/lib/supabase/server";
import { unwrap } from "@/lib/supabase/unwrap";

const TEST_WAIT_MS = 20_000;
const POLL_MS = 250;
const HINT_LENGTH = 4;

/** Makes a rule, or changes what is given of one. It is evaluated soon after. Returns its id. */
export async function saveRule(
  { db, workspaceId: workspace }: Scope,
  id: string | null,
  given: NewRule | Omit<NewRule, "kind"> | RuleChanges,
): Promise<string> {
  // safe because SQL takes null for a new rule, and JSON is what `given` becomes on the way
  const order = { workspace, rule: id as never, given: given as never };
  const saved = unwrap(await db.rpc("save_alert_rule", order));
  startWorkerAfterwards();
  return saved;
}

export async function deleteRule({ db, workspaceId: workspace }: Scope, id: string) {
  unwrap(await db.rpc("delete_alert_rule", { workspace, rule: id }));
}

/** Sends a message marked as a test down every channel of a rule, and waits for what becomes of it. */
export async function testRule(
  scope: Scope,
  id: string,
): Promise<{ incident_id: string; deliveries: Delivery[] }> {
  const { db, workspaceId: workspace } = scope;
  const made = unwrap(await db.rpc("test_alert_rule", { workspace, rule: id }));
  let deliveries = await listDeliveries(scope, made);
  if (deliveries.length > 0) await callWorker();
  const until = Date.now() + TEST_WAIT_MS;
  while (deliveries.some(({ finished_at }) => finished_at === null) && Date.now() < until) {
    await sleep(POLL_MS);
    deliveries = await listDeliveries(scope, made);
  }
  return { incident_id: made, deliveries };
}

/** Marks messages as read by the person, all without ids. Returns how many changed. */
export async function markRead(
  { db, workspaceId: workspace }: Scope,
  { ids, is_read }: { ids?: string[] | undefined; is_read: boolean },
): Promise<number> {
  const which = ids ? { incidents: ids } : {};
  return unwrap(await db.rpc("mark_read", { workspace, ...which, is_read }));
}

export async function wantEmails({ db, workspaceId: workspace }: Scope, wanted: boolean) {
  unwrap(await db.rpc("want_alert_emails", { workspace, wanted }));
}

/** Makes a webhook. Its secret is told here, and never again. */
export async function addWebhook(scope: Scope, url: string) {
  const id = randomUUID();
  const { secret, sealed } = await makeSecret(scope, id);
  await setWebhook(scope, id, { url: usable(url), secret: sealed });
  return { id, secret };
}

/** Changes a webhook; a new secret is told here alone. */
export async function changeWebhook(scope: Scope, id: string, changes: WebhookChanges) {
  const { url, is_on, new_secret } = changes;
  const made = new_secret ? await makeSecret(scope, id) : null;
  await setWebhook(scope, id, {
    ...(url !== undefined && { url: usable(url) }),
    ...(is_on !== undefined && { is_on }),
    ...(made && { secret: made.sealed }),
  });
  return { id, secret: made?.secret ?? null };
}

export async function removeWebhook({ db, workspaceId: workspace }: Scope, id: string) {
  unwrap(await db.rpc("remove_webhook", { workspace, webhook: id }));
}

async function setWebhook({ db, workspaceId: workspace }: Scope, id: string, given: object) {
  // safe because JSON is what it becomes on the way
  unwrap(await db.rpc("set_webhook", { workspace, webhook: id, given: given as never }));
}

async function makeSecret({ workspaceId }: Scope, webhookId: string) {
  const secret = newWebhookSecret();
  const { ciphertext, keyId } = await sealWebhookSecret(
    secret,
    { workspaceId, webhookId },
    tokenKeys(),
  );
  return { secret, sealed: { ciphertext, key_id: keyId, hint: secret.slice(-HINT_LENGTH) } };
}

function usable(url: string) {
  const checked = checkWebhookAddress(url, env().NODE_ENV !== "production");
  if (checked.kind === "refused") throw new AppError("invalid_input", checked.why);
  return checked.url.href;
}
