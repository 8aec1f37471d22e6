import type { Account } from "./accounts.ts";
import type { Token } from "./grants.ts";
import { type Field, type Node, plain, selectFields } from "./graph-fields.ts";
import { graphPage, withinTime } from "./graph-paging.ts";
import { GraphRefusal } from "./graph-refusal.ts";
import type { State } from "./state.ts";

/** Facebook Login's host or Instagram Login's. */
export type GraphHost = "facebook" | "instagram";

/** Who looks at the graph, and through which host. */
export type View = {
  state: State;
  host: GraphHost;
  token: Token;
  /** Of a Page token. */
  pageId: string | null;
  /** For `next` links and pictures. */
  origin: string;
};

export type EdgeAsk = { params: URLSearchParams; fields: Field[]; address: string };
export type Edge = (ask: EdgeAsk) => object;

export type GraphObject = {
  /** The Page or Instagram account whose limit a call counts against. */
  owner: Account | null;
  node: Node;
  edges: Record<string, Edge>;
};

/** Throws what Meta answers when the person did not allow it. */
export function need({ token }: View, scope: string, code: 10 | 200 = 10) {
  if (token.scopes.includes(scope)) return;
  throw new GraphRefusal(
    code,
    code === 10
      ? `(#10) This endpoint requires the '${scope}' permission to be granted.`
      : `(#200) Requires ${scope} permission to manage the object.`,
  );
}

/** The edge of a node as one of its fields: `comments.limit(0).summary(true)`. */
export const asField = (edge: Edge, address: string) => (field: Field) =>
  edge({ params: field.params, fields: field.fields, address });

/** A list of nodes, a page at a time. */
export function listEdge<T>(
  view: View,
  list: {
    all: () => T[];
    idOf: (item: T) => string;
    /** With it `since` and `until` are obeyed. */
    msOf?: (item: T) => number;
    nodeOf: (item: T) => Node;
    usual: number;
    most: number;
    holes?: boolean;
    defaults: string[];
    summary?: () => object;
  },
): Edge {
  return ({ params, fields, address }) => {
    const { msOf } = list;
    const within = withinTime({ since: params.get("since"), until: params.get("until") });
    const all = msOf ? list.all().filter((item) => within(msOf(item))) : list.all();
    const ask = { params, address, accessToken: view.token.accessToken };
    const { items, paging } = graphPage(all, list.idOf, ask, list);
    const asked = fields.length > 0 ? fields : list.defaults.map(plain);
    return {
      data: items.map((item) => selectFields(list.nodeOf(item), asked)),
      ...(paging && { paging }),
      ...(params.has("summary") && list.summary && { summary: list.summary() }),
    };
  };
}

/** `2026-11-01T10:00:00+0000`: without a colon in the offset. */
export const graphTime = (ms: number) => new Date(ms).toISOString().replace(/\.\d+Z$/, "+0000");
