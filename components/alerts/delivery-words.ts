import type { Delivery } from "@/lib/alerts/queries";

type Told = Pick<Delivery, "channel" | "recipient" | "state" | "error">;

/** What became of a test message, in one sentence a way. */
export function deliveryWords(deliveries: Told[]): string {
  const ways = deliveries.map(({ channel, recipient, state, error }) => {
    const way = `${channel === "email" ? "E-mail" : "Webhook"} to ${recipient}`;
    if (state === "sent") return `${way}: sent.`;
    if (state === "failed") return `${way}: failed. ${error ?? ""}`.trim();
    return `${way}: still on its way.`;
  });
  return ["It is in the inbox.", ...ways].join(" ");
}
