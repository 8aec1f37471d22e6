import { randomBytes } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createServerClient } from "@supabase/ssr";
import { createClient } from "@supabase/supabase-js";
import postgres from "postgres";
import type { Database } from "../../lib/supabase/database.types.ts";
import { type Mail, mailBox } from "../../scripts/supabase/mail-box.ts";
import { serveSupabase } from "../../scripts/supabase/server.ts";
import { createDatabase } from "./database.ts";
import { testEnv } from "./env.ts";
import { jar } from "./next-headers.ts";

const PASSWORD = "correct horse battery";
const PUBLISHABLE = testEnv.NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY;
const AUTH_OPTIONS = { persistSession: false, autoRefreshToken: false };

export type Supabase = Awaited<ReturnType<typeof startSupabase>>;
export type TestUser = Awaited<ReturnType<Supabase["createUser"]>>;

/**
 * A Supabase of this file's own, with every migration applied, served on a port. Points this
 * process's environment at it, so call it before the first use of a route or of env().
 */
export async function startSupabase({ emailConfirmation = false } = {}) {
  const databaseUrl = await createDatabase();
  const folder = await mkdtemp(join(tmpdir(), "media-metrics-test-"));
  const mailFile = join(folder, "mails.jsonl");
  const server = await serveSupabase({
    databaseUrl,
    keys: {
      publishableKey: PUBLISHABLE,
      secretKey: testEnv.SUPABASE_SECRET_KEY,
      jwtSecret: "a-jwt-secret-for-the-tests-and-nothing-else",
      cronSecret: testEnv.CRON_SECRET,
      tokenKeys: testEnv.TOKEN_KEYS,
    },
    port: 0,
    siteUrl: testEnv.APP_URL,
    storageFolder: join(folder, "storage"),
    mails: mailBox(mailFile),
    emailConfirmation,
    connections: 8,
  });
  process.env.NEXT_PUBLIC_SUPABASE_URL = server.url;
  const database = postgres(databaseUrl, { max: 8, onnotice: () => {} });

  /** Rows of any statement, as superuser: for arranging and for looking, not for acting. */
  async function sql<Row = Record<string, unknown>>(text: string, values: unknown[] = []) {
    // safe because the caller says what their statement selects, and the driver accepts any value
    return (await database.unsafe(text, values as never[])) as unknown as Row[];
  }
  const client = (key: string, token?: string) =>
    createClient<Database>(server.url, key, {
      auth: AUTH_OPTIONS,
      ...(token && { global: { headers: { Authorization: `Bearer ${token}` } } }),
    });

  return {
    url: server.url,
    databaseUrl,
    sql,

    /** Signs up a new user, who is the owner of a workspace of their own. */
    async createUser(name = "user") {
      const email = `${name}-${randomBytes(5).toString("hex")}@example.test`;
      const { data, error } = await client(PUBLISHABLE).auth.signUp({ email, password: PASSWORD });
      if (error) throw error;
      if (!data.user || !data.session) throw new Error("Signing up gave no session.");
      const [member] = await sql<{ workspace_id: string }>(
        "select workspace_id from public.workspace_members where user_id = $1",
        [data.user.id],
      );
      if (!member) throw new Error("Signing up made no workspace.");
      const { access_token: accessToken } = data.session;
      const { workspace_id: workspaceId } = member;
      return { id: data.user.id, email, password: PASSWORD, accessToken, workspaceId };
    },

    /** Makes the user a member, or changes the role they have. */
    async addMember(workspaceId: string, user: { id: string }, role: string) {
      await sql(
        `insert into public.workspace_members (workspace_id, user_id, role) values ($1, $2, $3)
         on conflict (workspace_id, user_id) do update set role = excluded.role`,
        [workspaceId, user.id, role],
      );
    },

    /** What the browser of this user could do. */
    clientFor: (user: { accessToken: string }) => client(PUBLISHABLE, user.accessToken),
    anonymousClient: () => client(PUBLISHABLE),
    serviceClient: () => client(testEnv.SUPABASE_SECRET_KEY),

    /** Puts the user's session cookies where route handlers and pages find them. */
    async signIn(user: { email: string; password: string }) {
      jar.clear();
      const { auth } = createServerClient(server.url, PUBLISHABLE, {
        cookies: {
          getAll: () => [],
          setAll: (cookies) => {
            for (const { name, value } of cookies) jar.set(name, value);
          },
        },
      });
      const { error } = await auth.signInWithPassword(user);
      if (error) throw error;
    },
    signOut: () => jar.clear(),

    /** The e-mails sent so far, oldest first. */
    async mails() {
      const text = await readFile(mailFile, "utf8").catch(() => "");
      // safe because mailBox wrote each line
      return text
        .split("\n")
        .filter(Boolean)
        .map((line) => JSON.parse(line) as Mail);
    },

    async stop() {
      await Promise.all([server.stop(), database.end({ timeout: 5 })]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
