import { resolve } from "node:path";

const template = (name: string, subject: string) => ({
  subject,
  content_path: resolve(import.meta.dirname, `../../supabase/templates/${name}.html`),
});

/** The e-mails, as supabase/config.toml names them for hosted Supabase. */
export const emailTemplates = {
  confirmation: template("confirmation", "Confirm your e-mail address"),
  recovery: template("recovery", "Choose a new password"),
  email_change: template("email_change", "Confirm your new e-mail address"),
};
