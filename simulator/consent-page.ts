import type { HttpBindings } from "@hono/node-server";
import { type Context, Hono } from "hono";
import { z } from "zod";
import type { Account } from "./accounts.ts";
import { type ConsentView, consentHtml, refusalHtml } from "./consent-html.ts";
import type { LoginServer } from "./grants.ts";
import type { State } from "./state.ts";

/** How one OAuth server asks for consent. */
export type ConsentServer = {
  server: LoginServer;
  /** For the heading: "Simulated consent of Google". */
  platformName: string;
  /** Where the page lies below the mount point: `/o/oauth2/v2/auth`. The form goes to `/consent` there. */
  path: string;
  /** Every account that can be given, large ones too: those are listed only with `large=1`. */
  accountsOf: (state: State) => Account[];
  /** Several accounts at once, all chosen at first. Else one. */
  several: boolean;
  clientParameter: "client_id" | "client_key";
  scopeSeparator: " " | ",";
  /** What the redirect carries beside `code` and `state`. */
  allowed?: (scopes: string[]) => Record<string, string>;
  /** What the redirect carries beside `error` and `state`. */
  denied?: Record<string, string>;
  /** What the server hangs onto the address after the query, such as `#_`. */
  fragment?: string;
};

const asked = z.object({
  redirect_uri: z.url({ protocol: /^https?$/ }),
  state: z.string().optional(),
  code_challenge: z.string().min(1).optional(),
  code_challenge_method: z.literal("S256").optional(),
  access_type: z.string().optional(),
});

/** The consent page of an OAuth server, and what becomes of its form. */
export function consentRoutes(state: State, server: ConsentServer) {
  const routes = new Hono<{ Bindings: HttpBindings }>();

  routes.get(server.path, (context) => {
    const query = context.req.query();
    const read = asked.safeParse(query);
    if (!read.success) return refused(context, z.prettifyError(read.error));
    if (query.response_type !== "code") return refused(context, "response_type must be code.");
    if (!query[server.clientParameter]) {
      return refused(context, `${server.clientParameter} is missing.`);
    }
    const view: ConsentView = {
      platformName: server.platformName,
      action: `${context.req.path.slice(0, -server.path.length)}/consent`,
      accounts: server.accountsOf(state).filter(({ large }) => !large || query.large === "1"),
      several: server.several,
      scopes: (query.scope ?? "").split(server.scopeSeparator).filter(Boolean),
      hidden: Object.entries(read.data).filter((each): each is [string, string] =>
        Boolean(each[1]),
      ),
    };
    return context.html(consentHtml(view));
  });

  routes.post("/consent", async (context) => {
    const form = await context.req.formData().catch(() => new FormData());
    const read = asked.safeParse(Object.fromEntries(form));
    if (!read.success) return refused(context, z.prettifyError(read.error));
    const { redirect_uri: redirectUri, code_challenge: codeChallenge = null } = read.data;
    const back = (parameters: Record<string, string>) => {
      const url = new URL(redirectUri);
      if (read.data.state !== undefined) parameters.state = read.data.state;
      for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
      return context.redirect(`${url}${server.fragment ?? ""}`, 302);
    };
    if (form.get("decision") !== "allow") return back({ error: "access_denied", ...server.denied });
    const chosen = form.getAll("account");
    const scopes = form.getAll("scope").map(String);
    const code = state.grants.issueCode({
      server: server.server,
      accounts: server.accountsOf(state).filter(({ id }) => chosen.includes(id)),
      scopes,
      redirectUri,
      codeChallenge,
      offline: read.data.access_type === "offline",
    });
    return back({ code, ...server.allowed?.(scopes) });
  });

  return routes;
}

function refused(context: Context, why: string) {
  return context.html(refusalHtml(why), 400);
}
