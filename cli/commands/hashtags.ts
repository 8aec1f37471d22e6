import { type Command, Option } from "commander";
import { z } from "zod";
import { type Call, type Run, whole } from "../command.ts";
import { CliProblem, EXIT } from "../problem.ts";
import { inPeriod, onPlatform, question } from "../question.ts";
import { facts, table } from "../table.ts";
import { count, counted, moment, rate } from "../text.ts";
import { shareOption } from "../values.ts";

const trendingAnswer = z.object({
  hashtags: z.array(z.object({ hashtag: z.string(), count: z.number(), previous: z.number() })),
  window_minutes: z.number(),
  as_of: z.string(),
});
const related = z.object({
  target_hashtag: z.string(),
  posts: z.number(),
  min_cooccurrence_rate: z.number(),
  recommendations: z.array(
    z.object({
      hashtag: z.string(),
      cooccurrence_rate: z.number(),
      shared_posts: z.number(),
      posts: z.number(),
    }),
  ),
});
const status = z.object({
  total_hashtags: z.number(),
  total_buckets: z.number(),
  tagged_posts: z.number(),
  untimed_posts: z.number(),
  window_minutes: z.number(),
  oldest_bucket_age_minutes: z.number().nullable(),
  as_of: z.string(),
});
const synced = z.object({ message: z.string() });

export function hashtagCommands(program: Command, run: Run) {
  addTrending(program, run);
  addRecommend(program, run);
  question(program.command("trending-status").description("What trending is computed from."), run, {
    path: () => "/api/v1/hashtags/status",
    answer: status,
    show: (it) =>
      facts([
        ["Hashtags", count(it.total_hashtags)],
        ["Posts with hashtags", count(it.tagged_posts)],
        ["of them without a time", count(it.untimed_posts)],
        [
          "Minutes with posts, of the last day's",
          `${count(it.total_buckets)} of ${count(it.window_minutes)}`,
        ],
        [
          "The oldest of them",
          it.oldest_bucket_age_minutes === null
            ? "–"
            : `${counted(it.oldest_bucket_age_minutes, "minute")} ago`,
        ],
        ["As of", moment(it.as_of)],
      ]),
  });
}

type Trending = { window: number; k: number; sync?: boolean; syncMinutes: number };

function addTrending(program: Command, run: Run) {
  const command = program
    .command("trending")
    .description("Hashtags by how many posts of the last minutes have them.")
    .addOption(whole("-w, --window", "minutes to look back", 1, 1440, 60))
    .addOption(whole("-k, --k", "how many", 1, 100, 10))
    .option("--sync", "derive the hashtags of recent posts again first")
    .addOption(whole("--sync-minutes", "of so many minutes", 1, 1440, 60));
  question<Trending, z.output<typeof trendingAnswer>>(onPlatform(command), run, {
    path: () => "/api/v1/hashtags/trending",
    query: ({ window, k }) => ({ window_minutes: window, k }),
    answer: trendingAnswer,
    first: async (call) => {
      if (call.options.sync) await sync(call);
    },
    show: ({ hashtags, window_minutes, as_of }) => {
      const when = `the ${counted(window_minutes, "minute")} before ${moment(as_of)}`;
      if (hashtags.length === 0) return `No post of ${when} has a hashtag.`;
      return `Hashtags of ${when}\n\n${table(hashtags, [
        { title: "Hashtag", of: ({ hashtag }) => `#${hashtag}` },
        { title: "Posts", of: (it) => count(it.count), align: "right" },
        { title: "Window before", of: ({ previous }) => count(previous), align: "right" },
      ])}`;
    },
  });
}

async function sync({ api, options }: Call<Trending>) {
  const query = { minutes_back: options.syncMinutes };
  const answer = await api.request("POST", "/api/v1/hashtags/sync", { query });
  // Beside the answer, not in it.
  console.error(synced.parse(await answer.json()).message);
}

type Recommend = { hashtag?: string; minRate: number; max: number };

function addRecommend(program: Command, run: Run) {
  const command = program
    .command("recommend [tag]")
    .description("Hashtags that stand on the same posts as this one.")
    .option("--hashtag <tag>", "the same as [tag]")
    .addOption(
      new Option("--min-rate <share>", "of its posts at least, 0 to 1")
        .argParser(shareOption)
        .default(0.3),
    )
    .addOption(whole("-m, --max", "how many", 1, 10, 3));
  question<Recommend, z.output<typeof related>>(inPeriod(command), run, {
    path: () => "/api/v1/hashtags/recommendations",
    query: ({ hashtag, minRate, max }, { words }) => {
      const target = hashtag ?? words[0];
      if (target === undefined || (hashtag !== undefined && words[0] !== undefined)) {
        throw new CliProblem(
          "Name one hashtag: recommend TAG, or recommend --hashtag TAG.",
          EXIT.usage,
        );
      }
      return { target_hashtag: target, min_cooccurrence_rate: minRate, max_recommendations: max };
    },
    answer: related,
    show: (it) => {
      const target = `#${it.target_hashtag}`;
      if (it.posts === 0) return `No post has ${target}.`;
      const least = rate(it.min_cooccurrence_rate);
      const of = `${least} of the ${counted(it.posts, "post")} with ${target}`;
      if (it.recommendations.length === 0) return `No other hashtag stands on ${of} or more.`;
      return `On at least ${of}\n\n${table(it.recommendations, [
        { title: "Hashtag", of: ({ hashtag }) => `#${hashtag}` },
        { title: "Share", of: ({ cooccurrence_rate }) => rate(cooccurrence_rate), align: "right" },
        { title: "Posts with both", of: ({ shared_posts }) => count(shared_posts), align: "right" },
        { title: "Its posts", of: ({ posts }) => count(posts), align: "right" },
      ])}`;
    },
  });
}
