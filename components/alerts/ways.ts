import type { Channels } from "@/lib/alerts/queries";

/** What ticking e-mail or webhooks comes to, in words. */
export function waysOf({ emails_wanted, webhooks }: Channels, mailIsSet: boolean) {
  return {
    email: mailIsSet
      ? `To whoever wants them: ${emails_wanted === 1 ? "1 person" : `${emails_wanted} people`} now.`
      : "This server is not set up to send e-mail; nothing would be sent.",
    webhook:
      webhooks === null
        ? "To those that an admin has set."
        : webhooks.length === 0
          ? "None is set yet."
          : `To ${webhooks.filter(({ is_on }) => is_on).length} of ${webhooks.length} that are on.`,
  };
}
