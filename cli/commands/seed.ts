import type { Command } from "commander";
import { Option } from "commander";
import type { Api } from "../api.ts";
import { asking, type Call, type Run, whole } from "../command.ts";
import { CliProblem, EXIT, interrupted } from "../problem.ts";
import { createSample, fillSample, removeSample, type Stored } from "../sample.ts";
import { keepSession } from "../session.ts";
import { facts } from "../table.ts";
import { count } from "../text.ts";
import { timeOption } from "../values.ts";

type Options = {
  users: number;
  posts: number;
  hashtags: number;
  seed: number;
  now?: string;
  remove?: string;
};

export function seedCommand(program: Command, run: Run) {
  const command = program
    .command("seed")
    .description("Make a sample workspace, full of made-up posts, comments and engagement.")
    .addOption(whole("--users", "people", 1, 100_000, 1000))
    .addOption(whole("--posts", "posts, over 60 days", 0, 200_000, 10_000))
    .addOption(whole("--hashtags", "hashtags", 1, 10_000, 150))
    .addOption(whole("--seed", "the same makes the same rows", 0, 2 ** 31 - 1, 1337))
    .addOption(
      new Option("--now <time>", "the moment of the sample (default: this minute)").argParser(
        timeOption,
      ),
    )
    .option("--remove <name or id>", "remove a sample workspace instead");
  asking<Options>(command, run, (call) =>
    call.options.remove === undefined ? seed(call) : remove(call, call.options.remove),
  );
}

async function seed({ api, options, signal, print }: Call<Options>) {
  const startedAt = Date.now();
  const { users, posts, hashtags, seed, now } = options;
  const sample = await createSample(await api.anywhere(), { users, posts, hashtags, seed, now });
  const inside = await api.inWorkspace(sample.workspace_id);
  let stored: Stored;
  try {
    stored = await fillSample(inside, sample, signal);
  } catch (error) {
    await giveUp(sample.workspace_id, api, error);
    throw error;
  }
  const { session } = api.access;
  if (session) await keepSession({ ...session, workspaceId: sample.workspace_id });
  const seconds = Math.round((Date.now() - startedAt) / 100) / 10;
  print({ ...sample, stored, seconds }, () =>
    [
      `${sample.name} is ready, in ${count(seconds)} s. Everything in it was made up.`,
      "",
      facts([
        ["People", count(stored.people)],
        ["Posts", count(stored.posts)],
        ["Comments", count(stored.comments)],
        ["Engagements", count(stored.engagements)],
        ["Workspace", sample.workspace_id],
      ]),
      "",
      session
        ? "From now on it is meant where no workspace is named; see: workspaces, use."
        : `Name it to look into it: --workspace ${sample.workspace_id}`,
    ].join("\n"),
  );
}

/** A sample is whole or not there: what was made so far goes again. */
async function giveUp(id: string, api: Api, why: unknown) {
  // Ctrl-C has ended what this client may still ask.
  const fresh = await api.afterwards(id);
  try {
    await removeSample(fresh, new AbortController().signal);
  } catch {
    throw new CliProblem(
      `Seeding did not end, and what was made of it could not be removed. Do that later: seed --remove ${id}`,
      why instanceof CliProblem ? why.exitCode : EXIT.failed,
      { cause: why },
    );
  }
  if (why instanceof CliProblem && why.exitCode === EXIT.interrupted) {
    throw interrupted("Interrupted. What was made so far has been removed again.");
  }
}

async function remove({ api, signal, print }: Call<Options>, wanted: string) {
  const inside = await api.inWorkspace(wanted);
  await removeSample(inside, signal);
  const { session } = api.access;
  if (session && session.workspaceId === inside.workspaceId) {
    await keepSession({ ...session, workspaceId: null });
  }
  print({ removed: true }, () => "The sample workspace is gone.");
}
