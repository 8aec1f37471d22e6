import { html, raw } from "hono/html";
import type { Account } from "./accounts.ts";

export type ConsentView = {
  platformName: string;
  action: string;
  accounts: Account[];
  several: boolean;
  scopes: string[];
  /** Fields that come back with the decision. */
  hidden: [string, string][];
};

const STYLE = `
  :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
  body { max-width: 34rem; margin: 2rem auto; padding: 0 1rem; }
  fieldset { margin: 0 0 1rem; padding: 0.5rem 1rem; border: 1px solid GrayText; border-radius: 0.5rem; }
  label { display: flex; gap: 0.6rem; min-height: 2.75rem; align-items: center; overflow-wrap: anywhere; }
  button { font: inherit; min-height: 2.75rem; min-width: 6rem; margin-right: 0.5rem; cursor: pointer; }
`;

/** The page on which a person lets an app read their accounts. */
export function consentHtml({
  platformName,
  action,
  accounts,
  several,
  scopes,
  hidden,
}: ConsentView) {
  return page(
    `Simulated consent of ${platformName}`,
    html`<p>Nothing here is real: this page stands in for the sign-in of ${platformName}.</p>
      <form method="post" action="${action}">
        ${hidden.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
        <fieldset><legend>${several ? "Accounts" : "Account"}</legend>
          ${accounts.map((account, index) =>
            choice({
              type: several ? "checkbox" : "radio",
              name: "account",
              value: account.id,
              text: `${account.name} (${account.handle})`,
              checked: several || index === 0,
            }),
          )}
        </fieldset>
        <fieldset><legend>What the app may do</legend>
          ${scopes.map((scope) =>
            choice({ type: "checkbox", name: "scope", value: scope, text: scope, checked: true }),
          )}
        </fieldset>
        <button name="decision" value="allow">Allow</button>
        <button name="decision" value="deny">Deny</button>
      </form>`,
  );
}

/** What the server says to a request that it cannot send back to anybody. */
export function refusalHtml(why: string) {
  return page("This request is not valid", html`<p>${why}</p>`);
}

function choice({
  checked,
  text,
  ...input
}: {
  type: string;
  name: string;
  value: string;
  text: string;
  checked: boolean;
}) {
  return html`<label><input type="${input.type}" name="${input.name}" value="${input.value}"${checked ? " checked" : ""}> ${text}</label>`;
}

function page(title: string, content: ReturnType<typeof html>) {
  return html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${title}</title>
    <style>${raw(STYLE)}</style>
  </head>
  <body><main><h1>${title}</h1>${content}</main></body>
</html>`;
}
