import { wantEmails } from "@/lib/alerts/commands";
import { getChannels } from "@/lib/alerts/queries";
import { emailWish } from "@/lib/alerts/schema";
import { userRoute } from "@/lib/api/route";
import { parseJson } from "@/lib/parse-json";

// PUT /api/v1/alerts/preferences - {by_email}: whether the caller is sent the e-mails of rules that send them
export const PUT = userRoute({}, async ({ scope, request }) => {
  const { by_email } = emailWish.parse(parseJson(await request.text(), "The body is not JSON."));
  await wantEmails(scope, by_email);
  const { i_want_emails, emails_wanted, members } = await getChannels(scope);
  return { by_email: i_want_emails, emails_wanted, members };
});
