import "server-only";
import { answerCache } from "@/lib/answers/answer-cache";
import { untilReached } from "@/lib/answers/ask-database";
import { hostStore } from "@/lib/answers/host-store";
import { memoryStore } from "@/lib/answers/memory-store";
import { type Env, env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { log } from "@/lib/log/log";
import type { Db, Scope } from "@/lib/supabase/server";
import { unwrap } from "@/lib/supabase/unwrap";

function open({ TRENDING_TTL_SECONDS, VERCEL_URL }: Env) {
  // Only Vercel says this address, and another one for each deployment.
  const store = VERCEL_URL ? hostStore(VERCEL_URL) : memoryStore();
  const cache = answerCache({
    store,
    ttlMs: TRENDING_TTL_SECONDS * 1000,
    onFault: (doing, error) => log("warn", `answers: cache failed to ${doing}`, { error }),
  });
  return { store, ...cache };
}

// Next loads a module once for pages and once for endpoints: the process has one place for both.
const PLACE = Symbol.for("media-metrics-lab.answers");
// safe because the name is ours alone
const held = globalThis as { [PLACE]?: { settings: string; opened: ReturnType<typeof open> } };

/** This server's answers, and where they are kept. */
export function answers() {
  const { TRENDING_TTL_SECONDS, VERCEL_URL } = env();
  const settings = `${TRENDING_TTL_SECONDS} ${VERCEL_URL}`;
  const known = held[PLACE];
  if (known?.settings === settings) return known.opened;
  const opened = open(env());
  held[PLACE] = { settings, opened };
  return opened;
}

/**
 * What `ask` answers, at most TRENDING_TTL_SECONDS old. For answers that are the same for every
 * member of the workspace; whether the caller is one is what the scope was made for.
 */
export async function cachedAnswer<T>(
  { db, workspaceId }: Pick<Scope, "db" | "workspaceId">,
  name: string,
  params: object,
  ask: () => Promise<T>,
): Promise<T> {
  // Then nobody shares it.
  if (env().TRENDING_TTL_SECONDS === 0) return ask();
  const answer = await answers().answer({ workspaceId, name, params }, async () => {
    const found = await ask();
    await requireMember(db, workspaceId);
    return found;
  });
  // safe because it was kept under this name, by this deployment
  return answer as T;
}

/** Who was removed while asking saw an empty workspace: the others must not be told so. */
async function requireMember(db: Db, workspace: string) {
  if (unwrap(await untilReached(() => db.rpc("my_scope", { workspace }).maybeSingle()))) return;
  throw new AppError("not_found", "There is no such workspace, or you are not in it.");
}

/** After a change that its maker wants to see at once. */
export async function forgetAnswers({ workspaceId }: Pick<Scope, "workspaceId">) {
  await answers().forget(workspaceId);
}
