import "server-only";
import { z } from "zod";
import { claimDelivery, type DeliveryOrder } from "@/lib/alerts/claim";
import { mailOf } from "@/lib/alerts/message";
import { sendToWebhook } from "@/lib/alerts/send-webhook";
import { type Sending, settleDelivery } from "@/lib/alerts/settlement";
import { log } from "@/lib/log/log";
import { mailIsSet, sendMail } from "@/lib/mail/send-mail";
import { ownAddress } from "@/lib/own-address";
import { workerOf } from "@/lib/queue/worker-frame";
import type { Db } from "@/lib/supabase/server";
import { unwrap } from "@/lib/supabase/unwrap";

const AT_ONCE = 20;
const EVALUATION_MS = 30_000;

const evaluated = z.object({
  workspaces: z.number(),
  opened: z.number(),
  closed: z.number(),
  broken: z.number(),
  is_done: z.boolean(),
});

const send = workerOf({
  name: "alerts worker",
  // A receiver that hangs holds up one of three.
  lanes: 3,
  claim: claimDelivery,
  work: sendOne,
  describe: ({ delivery_id, workspace_id }) => ({ delivery: delivery_id, workspace: workspace_id }),
});

/** Evaluates the rules of workspaces whose turn it is, then sends what waits. */
export async function runAlerts(db: Db) {
  const found = await evaluateDue(db);
  const { orders, worth, broken, next_in_seconds } = await send(db);
  return { ...found, messages: orders, sent: worth, broken, next_in_seconds };
}

async function evaluateDue(db: Db) {
  const until = Date.now() + EVALUATION_MS;
  const done = { workspaces: 0, opened: 0, closed: 0 };
  for (;;) {
    const answer = await db.rpc("evaluate_due_alerts", { take: AT_ONCE });
    const { is_done, broken, ...step } = evaluated.parse(unwrap(answer));
    done.workspaces += step.workspaces;
    done.opened += step.opened;
    done.closed += step.closed;
    if (broken > 0) log("error", "evaluations of alerts broke", { broken });
    if (is_done || Date.now() > until) return done;
  }
}

/** Sends one message and settles it. Returns how many arrived. */
async function sendOne(db: Db, order: DeliveryOrder, signal: AbortSignal) {
  const sending =
    order.channel === "email" ? await sendByMail(order) : await sendToWebhook(order, signal);
  await settleDelivery(db, order, sending);
  return sending.kind === "sent" ? 1 : 0;
}

async function sendByMail(order: DeliveryOrder): Promise<Sending> {
  if (!mailIsSet()) {
    const detail =
      "This server is not set up to send e-mail. Whoever runs it can set SMTP_URL and MAIL_FROM.";
    return { kind: "failed", detail };
  }
  const sent = await sendMail({ to: order.email ?? "", ...mailOf(order, ownAddress()) });
  return sent.sent ? { kind: "sent" } : { kind: "again", detail: sent.reason };
}
