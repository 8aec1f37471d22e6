import { z } from "zod";
import type { AccountPost } from "../connected.ts";
import type { Asker } from "./asker.ts";
import type { GraphRead } from "./graph.ts";
import { classOf } from "./graph-error.ts";
import { pageOf } from "./page-of.ts";

/** Where the plain fields of posts are read. */
export type FieldSource = {
  /** What is asked for; each after the first leaves out what a missing permission forbids. */
  fieldSets: string[];
  /** The edge that lists posts, and whether this post is in it. */
  list: { path: string; limit: number; has: (post: AccountPost) => boolean };
  /** The node of one post. */
  node: (post: AccountPost) => string;
  /** Where a post is asked for that does not answer to its own node. */
  otherNode: (post: AccountPost) => string | null;
};

export type PostFields = {
  read: GraphRead;
  /** Which of `fieldSets` it was asked with. */
  fieldSet: number;
  other: boolean;
};

/** The first questions: one list for all posts in its span where that spares calls, else one each. */
export function fieldQuestions(source: FieldSource, posts: AccountPost[], fieldSet = 0) {
  const dated = posts.filter((post) => post.publishedAt !== null && source.list.has(post));
  const listed = new Set(dated.length > 1 ? dated : []);
  const single = posts.filter((post) => !listed.has(post));
  const addresses = single.map((post) => nodeAddress(source, post, fieldSet));
  if (listed.size > 0) addresses.unshift(listAddress(source, dated, fieldSet));
  return { addresses, listed: [...listed], single };
}

/** Reads the answers of `fieldQuestions`, and asks for what the list left out or was not allowed to tell. */
export async function collectFields(
  ask: Asker["ask"],
  source: FieldSource,
  posts: AccountPost[],
  reads: GraphRead[],
): Promise<Map<string, PostFields>> {
  const fields = new Map<string, PostFields>();
  let answers = reads;
  for (let fieldSet = 0; fieldSet < source.fieldSets.length; fieldSet += 1) {
    const open = posts.filter(({ apiId }) => !fields.has(apiId));
    if (open.length === 0) break;
    const questions = fieldQuestions(source, open, fieldSet);
    if (fieldSet > 0) answers = await ask(questions.addresses);
    const last = fieldSet === source.fieldSets.length - 1;
    const [list, ...rest] = questions.listed.length > 0 ? answers : [undefined, ...answers];
    const keep = (post: AccountPost, read: GraphRead | undefined) => {
      if (!read || (!last && isForbidden(read))) return;
      fields.set(post.apiId, { read, fieldSet, other: false });
    };
    questions.single.forEach((post, index) => {
      keep(post, rest[index]);
    });
    if (!list || (!last && isForbidden(list))) continue;
    const missing = keepListed(list, questions.listed, keep);
    const found = await ask(missing.map((post) => nodeAddress(source, post, fieldSet)));
    missing.forEach((post, index) => {
      keep(post, found[index]);
    });
  }
  await askOtherNodes(ask, source, posts, fields);
  return fields;
}

// A list that failed for good says nothing of its posts; one that must not be asked again says it for all.
function keepListed(
  list: GraphRead,
  posts: AccountPost[],
  keep: (post: AccountPost, read: GraphRead) => void,
) {
  const unusable = list.kind === "error" && classOf(list.error) === "request";
  if (list.kind !== "read" && !unusable) {
    for (const post of posts) keep(post, list);
    return [];
  }
  const items = new Map<string, unknown>();
  for (const item of (list.kind === "read" && pageOf(list.body)?.items) || []) {
    const id = identified.safeParse(item).data?.id;
    if (id) items.set(id, item);
  }
  for (const post of posts) {
    if (items.has(post.apiId)) keep(post, { kind: "read", body: items.get(post.apiId) });
  }
  return posts.filter(({ apiId }) => !items.has(apiId));
}

async function askOtherNodes(
  ask: Asker["ask"],
  source: FieldSource,
  posts: AccountPost[],
  fields: Map<string, PostFields>,
) {
  const lost = posts.flatMap((post) => {
    const read = fields.get(post.apiId)?.read;
    const address = source.otherNode(post);
    const missing = read?.kind === "error" && classOf(read.error) === "gone";
    return missing && address ? [{ post, address }] : [];
  });
  const reads = await ask(lost.map(({ address }) => address));
  lost.forEach(({ post }, index) => {
    const read = reads[index];
    if (read) fields.set(post.apiId, { read, fieldSet: source.fieldSets.length - 1, other: true });
  });
}

const identified = z.object({ id: z.string().min(1) });

function isForbidden(read: GraphRead) {
  return read.kind === "error" && classOf(read.error) === "permission";
}

function nodeAddress(source: FieldSource, post: AccountPost, fieldSet: number) {
  return `${source.node(post)}?${new URLSearchParams({ fields: source.fieldSets[fieldSet] ?? "id" })}`;
}

function listAddress({ list, fieldSets }: FieldSource, posts: AccountPost[], fieldSet: number) {
  const seconds = posts.map(({ publishedAt }) => Math.floor(Date.parse(publishedAt ?? "") / 1000));
  const query = new URLSearchParams({
    fields: fieldSets[fieldSet] ?? "id",
    limit: String(list.limit),
    since: String(Math.min(...seconds) - 1),
    until: String(Math.max(...seconds) + 1),
  });
  return `${list.path}?${query}`;
}
