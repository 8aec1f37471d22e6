import type { AccountPost } from "./accounts.ts";
import {
  batchOf,
  elementsPage,
  needReading,
  ownAccount,
  ownPost,
  type RestAsk,
  thereIs,
} from "./linkedin-access.ts";
import { badParameter } from "./linkedin-refusal.ts";
import { accountPostOf, type Post } from "./posts.ts";
import { hash } from "./random.ts";

/** `/rest/posts`: by author, by id, by ids. */
export function linkedinPosts(ask: RestAsk): object {
  const { state, query, key, method } = ask;
  if (key !== null) {
    const own = ownPost(ask, key, "posts.GET");
    needReading(ask, own, "posts.GET");
    return toPost(ask, own);
  }
  const ids = query.list("ids");
  if (ids) {
    query.only("ids", "viewContext");
    if (method !== "BATCH_GET") throw badParameter("ids");
    return batchOf(ids, (urn) => {
      const own = thereIs(ask, urn);
      if (!own || !ask.token.accounts.includes(own.account)) return null;
      needReading(ask, own, "posts.BATCH_GET");
      return toPost(ask, own);
    });
  }
  query.only("q", "author", "count", "start", "sortBy", "isDsc", "viewContext");
  if (query.text("q") !== "author" || method !== "FINDER") throw badParameter("q");
  if (query.number("count", 10) > 100) throw badParameter("count", "FIELD_VALUE_TOO_HIGH");
  const account = ownAccount(ask, query.text("author"), "posts.FINDER-author");
  needReading(ask, { account }, "posts.FINDER-author");
  const posts = state.book
    .postsOf(account, state.world.now())
    .filter((own) => thereIs(ask, own.id) !== null);
  const { elements, paging } = elementsPage(posts, query, 10);
  return { elements: elements.map((own) => toPost(ask, own)), paging };
}

function toPost({ state }: RestAsk, own: AccountPost) {
  const post = accountPostOf(state, own);
  return {
    id: own.apiId,
    author: own.account.id,
    commentary: littleText(post, hash(own.id) % 2 === 0),
    visibility: "PUBLIC",
    lifecycleState: "PUBLISHED",
    publishedAt: own.publishedMs,
    createdAt: own.publishedMs,
    lastModifiedAt: own.publishedMs,
    ...contentOf(post),
    distribution: { feedDistribution: "MAIN_FEED" },
    isReshareDisabledByAuthor: false,
  };
}

function contentOf({ draw, title }: Post) {
  const id = Math.floor(draw * 1e9);
  if (draw < 0.35) return { content: { media: { id: `urn:li:image:C${id}`, title } } };
  if (draw < 0.6) return { content: { media: { id: `urn:li:video:C${id}`, title } } };
  if (draw < 0.75) {
    const source = "https://example.com/article";
    return { content: { article: { source, title, description: "Simulated." } } };
  }
  if (draw < 0.85) {
    const images = [1, 2].map((number) => ({ id: `urn:li:image:C${id}${number}` }));
    return { content: { multiImage: { images } } };
  }
  return {};
}

// Signs with a meaning carry a backslash; hashtags come as templates, or as they were typed.
function littleText({ caption, tags }: Post, templates: boolean) {
  const text = caption.replaceAll(/[|{}@[\]()<>#\\*_~]/g, (sign) => `\\${sign}`);
  if (!templates) return text;
  return tags.reduce((all, tag) => all.replace(`\\#${tag}`, `{hashtag|\\#|${tag}}`), text);
}
