import { NextRequest } from "next/server";
import { GET as callback } from "@/app/accounts/callback/route";
import { POST as disconnect } from "@/app/api/v1/accounts/[id]/disconnect/route";
import { POST as enable } from "@/app/api/v1/accounts/[id]/enable/route";
import { POST as refresh } from "@/app/api/v1/accounts/[id]/refresh/route";
import { GET as getAccount } from "@/app/api/v1/accounts/[id]/route";
import { POST as connect } from "@/app/api/v1/accounts/connect/route";
import { GET as listAccounts } from "@/app/api/v1/accounts/route";
import type { ListedAccount } from "@/lib/accounts/schema";
import type { Connection } from "@/lib/platforms/connected";
import type { AccountPlatform } from "../../../simulator/accounts.ts";
import { walkConsent } from "../../../simulator/walk-consent.ts";
import { jar } from "../../support/next-headers.ts";
import { settleAfter } from "../../support/next-server.ts";
import type { TestUser } from "../../support/supabase.ts";
import { startWorld } from "../jobs/world.ts";

export type ConnectingWorld = Awaited<ReturnType<typeof startConnecting>>;

/** Handles of the simulator's accounts to choose on each consent page, so that one account is found. */
const ALONE: Record<Connection, [AccountPlatform, string][]> = {
  youtube: [["youtube", "harbor.oats"]],
  tiktok: [["tiktok", "harbor.oats"]],
  // An Instagram account is found behind its Page.
  instagram: [
    ["facebook", "harbor.oats"],
    ["instagram", "harbor.oats"],
  ],
  instagram_login: [["instagram", "northlight.studio"]],
  facebook: [["facebook", "harbor.oats"]],
  // A person without a Page.
  linkedin: [["linkedin", "northlight.studio"]],
};

/** A world in which people connect accounts as a browser does, request by request. */
export async function startConnecting(settings: Record<string, string> = {}) {
  // Nobody listens there: these tests call the workers themselves.
  const world = await startWorld({ APP_URL: "http://127.0.0.1:1", ...settings });
  const { supabase, simulator } = world;
  simulator.settings.accessTokenSeconds = null;

  async function begin(user: TestUser, connection: string) {
    const answer = await api(user).connect(connection);
    const { consentUrl } = await answer.json();
    return new URL(consentUrl);
  }

  const idsOf = (chosen: [AccountPlatform, string][]) =>
    chosen.map(([platform, handle]) => {
      const found = simulator.book.accounts.find(
        (each) => each.platform === platform && each.handle === handle,
      );
      if (!found) throw new Error(`The simulator has no ${platform} account ${handle}.`);
      return found.id;
    });

  return {
    ...world,
    begin,
    idsOf,

    /** Allows what is found by itself, and gives the address that the platform sends one back to. */
    async consent(user: TestUser, connection: Connection) {
      return walkConsent(await begin(user, connection), { accounts: idsOf(ALONE[connection]) });
    },

    /** Comes back from the platform in this person's browser. */
    async comeBack(user: TestUser | null, back: URL | string) {
      if (user) await supabase.signIn(user);
      else supabase.signOut();
      const answer = await callback(new NextRequest(new URL(back)));
      await settleAfter();
      const to = answer.headers.get("location") ?? "";
      const connected = new URL(to, "http://app.test").searchParams.get("connected");
      return {
        status: answer.status,
        to,
        connected: connected?.split(",") ?? [],
        /** What the page will say. */
        problem: jar.get("connect-problem") ?? null,
      };
    },

    /** The whole way. Returns the account's id. */
    async connectOne(user: TestUser, connection: Connection) {
      const back = await this.comeBack(user, await this.consent(user, connection));
      const [id] = back.connected;
      if (!id) throw new Error(`${connection} was not connected: ${back.problem}`);
      return id;
    },

    tokens: () => world.sql("select account_id, version, ciphertext from private.account_tokens"),
  };
}

/** The accounts' API as a program with this access token uses it. */
export function api({ accessToken }: { accessToken: string }, workspaceId?: string) {
  async function call(
    handler: (request: NextRequest, context: Context) => Promise<Response>,
    id = "",
    body?: object,
  ) {
    const request = new NextRequest("http://app.test/api/v1/accounts", {
      method: handler === listAccounts || handler === getAccount ? "GET" : "POST",
      headers: {
        authorization: `Bearer ${accessToken}`,
        ...(workspaceId && { "x-workspace-id": workspaceId }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    const answer = await handler(request, { params: Promise.resolve({ id }) });
    await settleAfter();
    return answer;
  }
  return {
    async list(): Promise<ListedAccount[]> {
      return (await (await call(listAccounts)).json()).items;
    },
    get: (id: string) => call(getAccount, id),
    connect: (connection: string) => call(connect, "", { connection }),
    refresh: (id: string) => call(refresh, id),
    enable: (id: string, enabled: boolean) => call(enable, id, { enabled }),
    disconnect: (id: string, body?: object) => call(disconnect, id, body),
  };
}
type Context = { params: Promise<Record<string, string>> };
