import type { ToldComment } from "./store.ts";

/** The definitions of comment_threads, written as they are said: slowly, comment by comment. */
export function plainThread(comments: ToldComment[]) {
  const known = new Set(comments.map(({ external_id }) => external_id));
  const order = comments.toSorted(
    (a, b) => Date.parse(a.published_at) - Date.parse(b.published_at),
  );
  const above = ({ parent_external_id: id }: ToldComment) =>
    id !== null && known.has(id) ? id : null;
  const repliesTo = (id: string | null) => order.filter((comment) => above(comment) === id);
  const isViral = (comment: ToldComment) =>
    repliesTo(comment.external_id).length >= 3 || (comment.likes ?? 0) >= 10;

  const ids: string[] = [];
  const depths: number[] = [];
  let chains = 0;
  let chain: ToldComment[] = [];
  // A stack instead of a call a level: chains are longer than the stack of calls is deep.
  const stack = repliesTo(null)
    .toReversed()
    .map((comment) => ({ comment, path: [comment] }));
  for (let step = stack.pop(); step; step = stack.pop()) {
    const { comment, path } = step;
    ids.push(comment.external_id);
    depths.push(path.length);
    if (path.length >= 2 && path.every(isViral)) {
      chains += 1;
      if (path.length > chain.length) chain = path;
    }
    for (const reply of repliesTo(comment.external_id).toReversed()) {
      stack.push({ comment: reply, path: [...path, reply] });
    }
  }
  return {
    comments: ids.length,
    replies: comments.filter((comment) => above(comment) !== null).length,
    orphans: comments.filter(
      (comment) => comment.parent_external_id !== null && above(comment) === null,
    ).length,
    max_depth: Math.max(0, ...depths),
    ids,
    depths,
    chains,
    chain: chain.map(({ external_id }) => external_id),
    chain_engagement: chain.reduce(
      (sum, comment) => sum + (comment.likes ?? 0) + repliesTo(comment.external_id).length,
      0,
    ),
  };
}
