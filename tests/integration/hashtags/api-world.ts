import { NextRequest } from "next/server";
import { type Supabase, startSupabase, type TestUser } from "../../support/supabase.ts";
import { storeComments, storePosts, type ToldComment } from "../questions/store.ts";

type Handler = (
  request: NextRequest,
  context: { params: Promise<Record<string, string>> },
) => Promise<Response>;
export type Query = Record<string, string | number>;
type Call = { params?: Record<string, string>; method?: string; workspace?: string };

const MINUTE_MS = 60_000;

type Post = {
  external_id: string;
  caption: string;
  minutes_ago: number | null;
  author_handle?: string | null;
  platform?: "instagram" | "tiktok";
};

/** A Supabase with ada and her workspace, in which vera views and mel is a member, and bob, who is a stranger. */
export async function startApiWorld() {
  // What an answer is worth is asked here; how long it is kept, in lib/answers.
  process.env.TRENDING_TTL_SECONDS ??= "0";
  const supabase = await startSupabase();
  const [ada, vera, mel, bob] = await Promise.all([
    supabase.createUser("ada"),
    supabase.createUser("vera"),
    supabase.createUser("mel"),
    supabase.createUser("bob"),
  ]);
  const { workspaceId } = ada;
  await supabase.addMember(workspaceId, vera, "viewer");
  await supabase.addMember(workspaceId, mel, "member");

  /** Posts of so many minutes ago, in ada's workspace unless said. */
  function addPosts(posts: Post[], workspace = workspaceId) {
    const now = Date.now();
    const rows = posts.map(({ minutes_ago, author_handle = "keiko", platform, ...post }) => ({
      ...post,
      author_handle,
      platform: platform ?? ("instagram" as const),
      published_at:
        minutes_ago === null ? null : new Date(now - minutes_ago * MINUTE_MS).toISOString(),
    }));
    return storePosts(supabase, workspace, rows);
  }
  const addComments = (post: number, comments: ToldComment[]) =>
    storeComments(supabase, workspaceId, post, comments);

  return { supabase, ada, vera, mel, bob, addPosts, addComments, stop: () => supabase.stop() };
}
export type ApiWorld = Awaited<ReturnType<typeof startApiWorld>>;

/** Calls a handler as a program with this person's token, in ada's workspace when it is named. */
export async function call(
  { accessToken }: TestUser,
  handler: Handler,
  query: Query = {},
  { params = {}, method = "GET", workspace }: Call = {},
) {
  const texts = Object.entries(query).map(([name, value]) => [name, String(value)]);
  const request = new NextRequest(`http://app.test/api/v1/x?${new URLSearchParams(texts)}`, {
    method,
    headers: {
      authorization: `Bearer ${accessToken}`,
      ...(workspace && { "x-workspace-id": workspace }),
    },
  });
  const response = await handler(request, { params: Promise.resolve(params) });
  const text = await response.text();
  return { status: response.status, text, body: JSON.parse(text) };
}

/** The sentence of an error, of which there is one. */
export const sentenceOf = (answer: Awaited<ReturnType<typeof call>>) =>
  [answer.status, answer.body.error?.message] as const;

/** Asks by cookie, as our pages do, in ada's workspace. */
export async function callByCookie(
  { signIn, signOut }: Supabase,
  user: TestUser,
  handler: Handler,
  workspace: string,
) {
  await signIn(user);
  const request = new NextRequest("http://app.test/api/v1/x", {
    headers: { "x-workspace-id": workspace },
  });
  const response = await handler(request, { params: Promise.resolve({}) });
  signOut();
  return response.status;
}
