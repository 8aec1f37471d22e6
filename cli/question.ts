import { type Command, Option } from "commander";
import type { z } from "zod";
import { parseOrNull, type Query } from "./api.ts";
import { asking, type Call, type Run } from "./command.ts";
import { CliProblem } from "./problem.ts";
import { timeOption } from "./values.ts";

const PLATFORMS = ["youtube", "tiktok", "instagram", "facebook", "linkedin"];

export type Narrowed = { platform?: string; since?: string; until?: string };

export const onPlatform = (command: Command) =>
  command.addOption(
    new Option("--platform <platform>", "posts of this platform alone").choices(PLATFORMS),
  );

/** By the time a post was published, unless said otherwise. */
export const inPeriod = (command: Command, what = "posts published") =>
  onPlatform(command)
    .addOption(new Option("--since <time>", `${what} from then on`).argParser(timeOption))
    .addOption(new Option("--until <time>", `${what} before then`).argParser(timeOption));

type Question<Options, Answer> = {
  path: (call: Call<Options>) => string;
  query?: (options: Options, call: Call<Options>) => Query;
  answer: z.ZodType<Answer>;
  show: (answer: Answer, options: Options) => string;
  /** What is done before asking. */
  first?: (call: Call<Options>) => Promise<void>;
};

/** A command that asks one thing and shows the answer. */
export function question<Options extends object, Answer>(
  command: Command,
  run: Run,
  { path, query, answer, show, first }: Question<Options & Narrowed, Answer>,
) {
  asking<Options & Narrowed>(command, run, async (call) => {
    const { platform, since, until } = call.options;
    await first?.(call);
    const asked = { platform, since, until, ...query?.(call.options, call) };
    const text = await (await call.api.request("GET", path(call), { query: asked })).text();
    const read = answer.safeParse(parseOrNull(text));
    if (!read.success)
      throw new CliProblem(
        "The server's answer is not understood: it is of another version than this command line.",
      );
    call.print(text, () => show(read.data, call.options));
  });
}
