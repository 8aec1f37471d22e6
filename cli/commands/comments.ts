import type { Command } from "commander";
import { z } from "zod";
import { type Run, whole } from "../command.ts";
import { inPeriod, question } from "../question.ts";
import { facts, table } from "../table.ts";
import { count, counted } from "../text.ts";

const MOST = Number.MAX_SAFE_INTEGER;
const depths = z.object({
  comments_per_depth: z.array(z.object({ depth: z.number(), comments: z.number() })),
  max_depth: z.number(),
  total_comments: z.number(),
  posts: z.number(),
  average_replies_per_comment: z.number(),
  orphans: z.number(),
});
const chains = z.object({
  chains: z.array(
    z.object({
      post_id: z.number(),
      platform: z.string(),
      title: z.string().nullable(),
      author: z.string().nullable(),
      levels: z.number(),
      total_engagement: z.number(),
      total_viral_chains: z.number(),
    }),
  ),
  total_count: z.number(),
  min_depth: z.number(),
  min_engagement: z.number(),
});
const depth = z.object({
  post_id: z.number(),
  max_depth: z.number(),
  total_comments: z.number(),
  total_replies: z.number(),
  average_replies_per_comment: z.number(),
});
const viral = z.object({
  post_id: z.number(),
  total_viral_chains: z.number(),
  longest_chain: z.array(
    z.object({
      author: z.string().nullable(),
      body: z.string().nullable(),
      likes: z.number().nullable(),
      replies: z.number(),
    }),
  ),
});

export function commentCommands(program: Command, run: Run) {
  question(
    inPeriod(
      program.command("comment-depths").description("All comments of the workspace by depth."),
    ),
    run,
    { path: () => "/api/v1/comments/depth-analysis", answer: depths, show: showDepths },
  );
  const command = program
    .command("viral-chains")
    .description("The longest viral chain of each post.")
    .addOption(whole("--min-depth", "comments in the chain at least", 2, 100_000, 3))
    .addOption(whole("--min-engagement", "likes and replies in it at least", 0, MOST, 50))
    .addOption(whole("-l, --limit", "how many", 1, 100, 20));
  question<{ minDepth: number; minEngagement: number; limit: number }, z.output<typeof chains>>(
    inPeriod(command),
    run,
    {
      path: () => "/api/v1/comments/viral-chains",
      query: ({ minDepth, minEngagement, limit }) => ({
        min_depth: minDepth,
        min_engagement: minEngagement,
        limit,
      }),
      answer: chains,
      show: showChains,
    },
  );
  addOfOnePost(program, run);
}

function addOfOnePost(program: Command, run: Run) {
  const comments = program.command("comments").description("The comments of one post.");
  const ofPost = (name: string, what: string) =>
    comments
      .command(name)
      .description(what)
      .addOption(whole("-p, --post", "the post's number", 1, MOST).makeOptionMandatory());
  question<{ post: number }, z.output<typeof depth>>(
    ofPost("depth", "How deep its thread goes."),
    run,
    {
      path: ({ options }) => `/api/v1/comments/depth/${options.post}`,
      answer: depth,
      show: (it) =>
        facts([
          ["Post", String(it.post_id)],
          ["Comments", count(it.total_comments)],
          ["of them replies", count(it.total_replies)],
          ["Depth", count(it.max_depth)],
          ["Replies per comment", it.average_replies_per_comment.toFixed(2)],
        ]),
    },
  );
  question<{ post: number }, z.output<typeof viral>>(
    ofPost("viral", "Its longest viral chain."),
    run,
    {
      path: ({ options }) => `/api/v1/comments/viral/${options.post}`,
      answer: viral,
      show: showViral,
    },
  );
}

function showDepths(it: z.output<typeof depths>) {
  if (it.total_comments === 0) return "No comments are known.";
  const head = `${counted(it.total_comments, "comment")} on ${counted(it.posts, "post")}, ${it.average_replies_per_comment.toFixed(2)} replies per comment, ${counted(it.max_depth, "level")} deep`;
  const lost =
    it.orphans === 0
      ? ""
      : `\n\n${counted(it.orphans, "reply", "replies")} whose parent was not read stand at the top.`;
  return `${head}\n\n${table(it.comments_per_depth, [
    { title: "Depth", of: ({ depth }) => count(depth), align: "right" },
    { title: "Comments", of: ({ comments }) => count(comments), align: "right" },
  ])}${lost}`;
}

function showChains(it: z.output<typeof chains>) {
  const what = `at least ${counted(it.min_depth, "comment")} and an engagement of ${count(it.min_engagement)}`;
  if (it.chains.length === 0) return `No post has a viral chain of ${what}.`;
  return `${counted(it.total_count, "post")} with a viral chain of ${what}\n\n${table(it.chains, [
    { title: "Post", of: ({ post_id }) => String(post_id), align: "right" },
    { title: "Platform", of: ({ platform }) => platform },
    { title: "Levels", of: ({ levels }) => count(levels), align: "right" },
    { title: "Engagement", of: (chain) => count(chain.total_engagement), align: "right" },
    { title: "Chains", of: (chain) => count(chain.total_viral_chains), align: "right" },
    { title: "Author", of: ({ author }) => author ?? "unknown" },
    { title: "Title", of: ({ title }) => (title ?? "").slice(0, 40) },
  ])}`;
}

function showViral(it: z.output<typeof viral>) {
  if (it.longest_chain.length === 0) return `Post ${it.post_id} has no viral chain.`;
  return `The longest of ${counted(it.total_viral_chains, "viral chain")} of post ${it.post_id}\n\n${table(
    it.longest_chain,
    [
      { title: "Likes", of: ({ likes }) => count(likes), align: "right" },
      { title: "Replies", of: ({ replies }) => count(replies), align: "right" },
      { title: "Author", of: ({ author }) => author ?? "unknown" },
      { title: "Comment", of: ({ body }) => (body ?? "").slice(0, 60) },
    ],
  )}`;
}
