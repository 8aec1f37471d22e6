import type { AccountPost } from "./accounts.ts";
import { isReel, pageComment, pagePost, reelVideo } from "./facebook-posts.ts";
import { userObject } from "./facebook-user.ts";
import { igAccount, pageAccount } from "./graph-accounts.ts";
import { readFields, selectFields } from "./graph-fields.ts";
import type { GraphHost, GraphObject, View } from "./graph-objects.ts";
import { GraphRefusal, noSuchField, noSuchObject } from "./graph-refusal.ts";
import type { Sessions } from "./graph-sessions.ts";
import { limitOf, throttled, type UsedLimit } from "./graph-usage.ts";
import { mediaComment, readCommentId } from "./instagram-graph-comments.ts";
import { igMedia } from "./instagram-graph-media.ts";
import { accountPostOf } from "./posts.ts";
import type { State } from "./state.ts";

export type GraphCall = {
  host: GraphHost;
  /** Without the version. */
  path: string[];
  params: URLSearchParams;
  accessToken: string | undefined;
  /** The address of the version: `http://…/facebook/v26.0`. */
  origin: string;
};

export type GraphAnswer = { status: number; body: unknown; limit: UsedLimit | null };

/** Answers reads of one graph, by themselves or out of a batch. */
export function createGraph(state: State, sessions: Sessions) {
  const byVideoId = new Map<string, AccountPost>();
  for (const account of state.book.accounts.filter(({ platform }) => platform === "facebook")) {
    for (const own of state.book.postsOf(account, Number.POSITIVE_INFINITY)) {
      byVideoId.set(own.id.split("_")[1] ?? "", own);
    }
  }

  function answer(call: GraphCall): GraphAnswer {
    let limit: UsedLimit | null = null;
    try {
      const [id, edgeName, ...more] = call.path;
      if (id === undefined) throw noRoot(call.params);
      const token = sessions.living(call.host, call.accessToken);
      const pageId = sessions.pageIdOf(token);
      const view: View = { state, host: call.host, token, pageId, origin: call.origin };
      const object = find(view, id);
      limit = limitOf(view, object.owner);
      state.log.add(callName(object, edgeName), Date.now());
      if ((state.settings.graphUsage ?? 0) >= 100) throw throttled(limit);
      const fields = readFields(call.params.get("fields") ?? "");
      if (edgeName === undefined) {
        const asked = fields.length > 0 ? fields : readFields("id");
        return { status: 200, body: selectFields(object.node, asked), limit };
      }
      const edge = Object.hasOwn(object.edges, edgeName) ? object.edges[edgeName] : undefined;
      if (!edge || more.length > 0) throw noSuchField(edgeName, object.node.type);
      const address = `${call.origin}/${id}/${edgeName}`;
      return { status: 200, body: edge({ params: call.params, fields, address }), limit };
    } catch (error) {
      if (error instanceof GraphRefusal) return { ...error.answer(), limit };
      throw error;
    }
  }

  function find(view: View, asked: string): GraphObject {
    if (asked === "me" && view.host === "facebook" && view.pageId === null) {
      return userObject(view, sessions);
    }
    const id = asked === "me" ? (view.pageId ?? view.token.accounts[0]?.id ?? asked) : asked;
    const account = view.token.accounts.find((each) => each.id === id);
    if (account) {
      return account.platform === "instagram"
        ? igAccount(view, account)
        : pageAccount(view, account);
    }
    return findPost(view, id);
  }

  function findPost(view: View, id: string): GraphObject {
    const there = (own: AccountPost | undefined) => {
      const given = own && view.token.accounts.some((account) => account.id === own.account.id);
      if (!given || accountPostOf(state, own).state !== "public") throw noSuchObject(id);
      return own;
    };
    const media = state.book.post("instagram", id);
    if (media?.apiId === id) return igMedia(view, there(media));
    const mediaCommentId = readCommentId(id);
    if (mediaCommentId) {
      const own = there(state.book.post("instagram", mediaCommentId.mediaId));
      return mediaComment(view, own, mediaCommentId.number);
    }
    if (view.host === "instagram") throw noSuchObject(id);
    const post = state.book.post("facebook", id);
    if (post) return pagePost(view, there(post));
    const [first = "", number] = id.split("_");
    const byPart = there(byVideoId.get(first));
    if (number !== undefined) return pageComment(view, byPart, Number(number) - 1000);
    if (!isReel(state, byPart)) throw noSuchObject(id);
    return reelVideo(view, byPart);
  }

  return { answer };
}

function callName({ owner, node }: GraphObject, edgeName: string | undefined) {
  const kind = edgeName ?? node.type.toLowerCase();
  return `${owner?.platform ?? "facebook"}.${kind === "video_insights" ? "insights" : kind}`;
}

// Reading several objects at the root went with v26.0.
function noRoot(params: URLSearchParams) {
  return params.has("ids")
    ? new GraphRefusal(100, "(#100) The parameter ids is no longer supported.")
    : new GraphRefusal(100, "Unsupported get request.");
}
