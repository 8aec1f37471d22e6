"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { deliveryWords } from "@/components/alerts/delivery-words";
import {
  addWebhook,
  changeWebhook,
  deleteRule,
  removeWebhook,
  saveRule,
  testRule,
  wantEmails,
} from "@/lib/alerts/commands";
import { newWebhook, ruleForm, ruleId, webhookId } from "@/lib/alerts/schema";
import { userAction } from "@/lib/api/action";

const HERE = "/settings/alerts";
const flag = z.stringbool();

export const saveRuleAction = userAction(ruleForm, async ({ scope, input: { id, rule } }) => {
  const { kind: _kind, ...changes } = rule;
  await saveRule(scope, id, id ? changes : rule);
  revalidatePath(HERE);
  return undefined;
});

export const toggleRuleAction = userAction(
  ruleId.extend({ is_on: flag }),
  async ({ scope, input: { id, is_on } }) => {
    await saveRule(scope, id, { is_on });
    revalidatePath(HERE);
    return undefined;
  },
);

export const deleteRuleAction = userAction(ruleId, async ({ scope, input }) => {
  await deleteRule(scope, input.id);
  revalidatePath(HERE);
  return undefined;
});

export const testRuleAction = userAction(ruleId, async ({ scope, input }) => {
  const { deliveries } = await testRule(scope, input.id);
  revalidatePath("/", "layout");
  return deliveryWords(deliveries);
});

export const wantEmailsAction = userAction(
  z.object({ by_email: flag }),
  async ({ scope, input }) => {
    await wantEmails(scope, input.by_email);
    revalidatePath(HERE);
    return undefined;
  },
);

/** Answers the secret, which is shown this once. */
export const addWebhookAction = userAction(newWebhook, async ({ scope, input }) => {
  const { secret } = await addWebhook(scope, input.url);
  revalidatePath(HERE);
  return secret;
});

/** Answers the new secret, which is shown this once. */
export const renewSecretAction = userAction(webhookId, async ({ scope, input }) => {
  const { secret } = await changeWebhook(scope, input.id, { new_secret: true });
  revalidatePath(HERE);
  return secret ?? undefined;
});

export const toggleWebhookAction = userAction(
  webhookId.extend({ is_on: flag }),
  async ({ scope, input: { id, is_on } }) => {
    await changeWebhook(scope, id, { is_on });
    revalidatePath(HERE);
    return undefined;
  },
);

export const removeWebhookAction = userAction(webhookId, async ({ scope, input }) => {
  await removeWebhook(scope, input.id);
  revalidatePath(HERE);
  return undefined;
});
