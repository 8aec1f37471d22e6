import { type Command, Option } from "commander";
import { z } from "zod";
import { type Run, whole } from "../command.ts";
import { inPeriod, type Narrowed, onPlatform, question } from "../question.ts";
import { table } from "../table.ts";
import { change, count, counted, moment, rate } from "../text.ts";

const people = z.object({
  users: z.array(
    z.object({
      username: z.string(),
      platform: z.string(),
      total_engagement: z.number(),
      post_engagements: z.number(),
      comment_engagements: z.number(),
      post_count: z.number(),
      avg_engagement_per_post: z.number().nullable(),
    }),
  ),
  total_count: z.number(),
  basis: z.string(),
  unmeasured_posts: z.number(),
});
const tags = z.object({
  hashtags: z.array(
    z.object({ hashtag_name: z.string(), unique_users: z.number(), total_posts: z.number() }),
  ),
});
const growing = z.object({
  hashtags: z.array(
    z.object({
      hashtag_name: z.string(),
      recent_posts: z.number(),
      total_posts: z.number(),
      growth_rate: z.number(),
      usual_posts: z.number(),
      growth: z.number().nullable(),
      recent_unique_users: z.number(),
    }),
  ),
  period_start: z.string(),
  period_hours: z.number(),
});

type Limit = { limit: number };
type Users = Limit & { basis: string; hours?: number };
const HOURS = 3_600_000;

export function reportCommands(program: Command, run: Run) {
  addTopUsers(program.command("top-users"), run, 100);
  question<Limit, z.output<typeof tags>>(
    inPeriod(program.command("top-hashtags"))
      .description("Hashtags by how many people posted with them.")
      .addOption(whole("-l, --limit", "how many", 1, 100, 10)),
    run,
    {
      path: () => "/api/v1/reports/top-hashtags",
      query: ({ limit }) => ({ limit }),
      answer: tags,
      show: ({ hashtags }) => {
        if (hashtags.length === 0) return "No post has a hashtag.";
        return table(hashtags, [
          { title: "Hashtag", of: (it) => `#${it.hashtag_name}` },
          { title: "People", of: (it) => count(it.unique_users), align: "right" },
          { title: "Posts", of: (it) => count(it.total_posts), align: "right" },
        ]);
      },
    },
  );
  addGrowing(program.command("fastest-growing"), run);

  const reports = program.command("reports").description("The same reports by their short names.");
  addTopUsers(reports.command("users"), run, 50);
  addGrowing(reports.command("hashtags"), run);
}

function addTopUsers(command: Command, run: Run, most: number) {
  inPeriod(command, "events that happened (with --basis measured: posts published)")
    .helpOption("--help")
    .description("People by the engagement they received.")
    .addOption(whole("-l, --limit", "how many", 1, most, 10))
    .addOption(whole("-h, --hours", "the same as --since so many hours ago", 1, 168))
    .addOption(
      new Option("--basis <basis>", "imported events, or what the platforms count")
        .choices(["events", "measured"])
        .default("events"),
    );
  question<Users, z.output<typeof people>>(command, run, {
    path: () => "/api/v1/reports/top-users",
    query: ({ limit, basis, hours, since }: Users & Narrowed) => ({
      limit,
      basis,
      since: hours === undefined ? since : new Date(Date.now() - hours * HOURS).toISOString(),
    }),
    answer: people,
    show: showPeople,
  });
}

function showPeople({ users, total_count, basis, unmeasured_posts }: z.output<typeof people>) {
  const measured = basis === "measured";
  const missing =
    measured && unmeasured_posts > 0
      ? `\n\n${counted(unmeasured_posts, "post")} without a number from the platform count nothing.`
      : "";
  if (users.length === 0) return `Nobody received engagement that is known here.${missing}`;
  return `${counted(total_count, "person", "people")} with engagement\n\n${table(users, [
    { title: "Person", of: ({ username }) => username },
    { title: "Platform", of: ({ platform }) => platform },
    { title: "Engagement", of: (it) => count(it.total_engagement), align: "right" },
    { title: "on posts", of: (it) => count(it.post_engagements), align: "right" },
    { title: "on comments", of: (it) => count(it.comment_engagements), align: "right" },
    { title: "Posts", of: (it) => count(it.post_count), align: "right" },
    {
      title: "a post",
      of: ({ avg_engagement_per_post: mean }) => (mean === null ? "–" : mean.toFixed(2)),
      align: "right",
    },
  ])}${missing}`;
}

function addGrowing(command: Command, run: Run) {
  onPlatform(command)
    .helpOption("--help")
    .description("Hashtags whose posts are for the greatest part of the last hours.")
    .addOption(whole("-h, --hours", "what counts as recent", 1, 168, 24))
    .addOption(whole("-l, --limit", "how many", 1, 50, 10));
  question<Limit & { hours: number }, z.output<typeof growing>>(command, run, {
    path: () => "/api/v1/reports/fastest-growing",
    query: ({ hours, limit }) => ({ hours, limit }),
    answer: growing,
    show: ({ hashtags, period_start, period_hours }) => {
      const when = `the ${counted(period_hours, "hour")} since ${moment(period_start)}`;
      if (hashtags.length === 0) return `No hashtag has 2 posts in ${when}, and 5 in all.`;
      return `Hashtags that grew in ${when}\n\n${table(hashtags, [
        { title: "Hashtag", of: (it) => `#${it.hashtag_name}` },
        { title: "Recent", of: (it) => count(it.recent_posts), align: "right" },
        { title: "All", of: (it) => count(it.total_posts), align: "right" },
        { title: "Recent of all", of: (it) => rate(it.growth_rate), align: "right" },
        { title: "Usual", of: (it) => count(it.usual_posts), align: "right" },
        { title: "Against usual", of: (it) => change(it.growth), align: "right" },
        { title: "People", of: (it) => count(it.recent_unique_users), align: "right" },
      ])}`;
    },
  });
}
