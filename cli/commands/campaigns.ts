import { type Command, Option } from "commander";
import { z } from "zod";
import { asking, type Run, whole } from "../command.ts";
import { CliProblem } from "../problem.ts";
import { question } from "../question.ts";
import { facts, table } from "../table.ts";
import { count, counted, moment } from "../text.ts";

const figures = {
  posts: z.number(),
  views: z.number().nullable(),
  views_posts: z.number(),
  engagement: z.number().nullable(),
  engagement_rate: z.number().nullable(),
  spend: z.number().nullable(),
  priced_posts: z.number(),
  cpm: z.number().nullable(),
  cost_per_engagement: z.number().nullable(),
};
const about = { id: z.string(), name: z.string(), state: z.string(), currency: z.string() };
const list = z.object({
  total: z.number(),
  items: z.array(z.object({ ...about, ...figures, updated_at: z.string() })),
});
const detail = z.object({ ...about, totals: z.object(figures) });
const added = z.object({
  added: z.number(),
  already: z.number(),
  unknown: z.array(z.string()),
  refused: z.array(z.object({ link: z.string(), why: z.string() })),
});

type Listed = { limit: number; state?: string };

/** 0.0417 → "4.17%": engagement rates have two decimals. */
const rate = (value: number | null) => (value === null ? "–" : `${(100 * value).toFixed(2)}%`);
const amount = (value: number | null, currency: string) =>
  value === null ? "–" : `${value} ${currency}`;

export function campaignCommands(program: Command, run: Run) {
  const campaigns = program.command("campaigns").description("Posts looked at together.");
  question<Listed, z.output<typeof list>>(
    campaigns
      .command("list")
      .description("Campaigns with what they brought, last changed first.")
      .addOption(
        new Option("--state <state>", "those alone").choices(["active", "live", "archived"]),
      )
      .addOption(whole("-l, --limit", "how many", 1, 200, 50)),
    run,
    {
      path: () => "/api/v1/campaigns",
      query: ({ limit, state }) => ({ limit, state }),
      answer: list,
      show: showList,
    },
  );
  question<object, z.output<typeof detail>>(
    campaigns.command("show <id>").description("One campaign with its totals."),
    run,
    {
      path: ({ words }) => `/api/v1/campaigns/${encodeURIComponent(words[0] ?? "")}`,
      answer: detail,
      show: showOne,
    },
  );
  asking<{ link?: string[]; job?: string }>(
    campaigns
      .command("add <id>")
      .description("Add posts by their links, or all that succeeded in a job.")
      .option("--link <links...>", "links of posts that were measured before")
      .option("--job <id>", "a job whose posts are added"),
    run,
    async ({ api, words, options: { link, job }, print }) => {
      if ((link === undefined) === (job === undefined)) {
        throw new CliProblem("Say which posts: --link with links, or --job with the id of one.");
      }
      const path = `/api/v1/campaigns/${encodeURIComponent(words[0] ?? "")}/posts`;
      const json = link === undefined ? { job } : { links: link };
      const text = await (await api.request("POST", path, { json })).text();
      const came = added.parse(JSON.parse(text));
      print(text, () => addedWords(came));
    },
  );
}

function showList({ items }: z.output<typeof list>) {
  if (items.length === 0) return "No campaign.";
  return table(items, [
    { title: "Campaign", of: (it) => it.name },
    { title: "State", of: (it) => it.state },
    { title: "Posts", of: (it) => count(it.posts), align: "right" },
    { title: "Views", of: (it) => count(it.views), align: "right" },
    { title: "ER", of: (it) => rate(it.engagement_rate), align: "right" },
    { title: "Spend", of: (it) => amount(it.spend, it.currency), align: "right" },
    { title: "Changed", of: (it) => moment(it.updated_at) },
    { title: "Id", of: (it) => it.id },
  ]);
}

function showOne({ name, state, currency, totals }: z.output<typeof detail>) {
  return facts([
    ["Campaign", `${name}, ${state}`],
    ["Posts", count(totals.posts)],
    ["Views", `${count(totals.views)} of ${counted(totals.views_posts, "post")}`],
    ["Engagement", count(totals.engagement)],
    ["Engagement rate", rate(totals.engagement_rate)],
    [
      "Spend",
      `${amount(totals.spend, currency)}, prices of ${counted(totals.priced_posts, "post")}`,
    ],
    ["CPM", amount(totals.cpm, currency)],
    ["Cost per engagement", amount(totals.cost_per_engagement, currency)],
  ]);
}

function addedWords({ added: came, already, unknown, refused }: z.output<typeof added>) {
  return [
    `${counted(came, "post")} added, ${count(already)} in it already.`,
    ...unknown.map((link) => `Not known here, upload it first: ${link}`),
    ...refused.map(({ link, why }) => `${link}: ${why}`),
  ].join("\n");
}
