import type { Account, AccountPost } from "./accounts.ts";
import type { Token } from "./grants.ts";
import { denied, notFound } from "./linkedin-refusal.ts";
import type { RestliQuery } from "./linkedin-restli.ts";
import { accountPostOf } from "./posts.ts";
import type { State } from "./state.ts";

/** One read of the versioned API. */
export type RestAsk = {
  state: State;
  token: Token;
  /** `202606` */
  version: number;
  /** Behind the resource: an id, then what belongs to it. */
  key: string | null;
  below: string | null;
  query: RestliQuery;
  /** X-RestLi-Method. */
  method: string | null;
};

export const isMember = ({ id }: Account) => id.startsWith("urn:li:person:");

/** Who signed in. */
export function memberOf({ accounts }: Token): { urn: string; name: string } {
  const member = accounts.find(isMember);
  return member
    ? { urn: member.id, name: member.name }
    : { urn: "urn:li:person:simAdmin01", name: "Sam Simulator" };
}

/** Any of these scopes will do. */
export function needScope({ token }: RestAsk, what: string, ...scopes: string[]) {
  if (!scopes.some((scope) => token.scopes.includes(scope))) throw denied(what);
}

/** An account of whoever signed in. */
export function ownAccount({ token }: RestAsk, urn: string | undefined, what: string): Account {
  const account = token.accounts.find(({ id }) => id === urn);
  if (!account) throw denied(what);
  return account;
}

/** A post that is there, of an account of whoever signed in. */
export function ownPost(ask: RestAsk, urn: string, what: string): AccountPost {
  const own = thereIs(ask, urn);
  if (!own) throw notFound(urn);
  ownAccount(ask, own.account.id, what);
  return own;
}

export function thereIs({ state }: RestAsk, urn: string): AccountPost | null {
  const own = state.book.post("linkedin", urn);
  if (!own || own.publishedMs > state.world.now()) return null;
  // Worked out only when some post is gone: lists ask this of every post.
  return state.gone.size === 0 || accountPostOf(state, own).state === "public" ? own : null;
}

/** Reading posts and what people say about them: members' own is a closed scope. */
export function needReading(ask: RestAsk, { account }: { account: Account }, what: string) {
  needScope(ask, what, isMember(account) ? "r_member_social" : "r_organization_social");
}

/** The part that `start` and `count` ask for. The last one is short; nothing else says so. */
export function elementsPage<T>(all: T[], query: RestliQuery, usual: number) {
  const start = query.number("start", 0);
  const count = Math.min(100, query.number("count", usual));
  return {
    elements: all.slice(start, start + count),
    paging: { start, count, links: [] },
  };
}

/** What a BATCH_GET answers: an entry for each id, in `results` or in `errors`. */
export function batchOf<T>(ids: string[], find: (id: string) => T | null) {
  const found = ids.map((id): [string, T | null] => [id, find(id)]);
  const missing = found.filter(([, entity]) => entity === null);
  return {
    results: Object.fromEntries(found.filter(([, entity]) => entity !== null)),
    statuses: Object.fromEntries(found.map(([id, entity]) => [id, entity === null ? 404 : 200])),
    errors: Object.fromEntries(missing.map(([id]) => [id, notFound(id).answer().body])),
  };
}
