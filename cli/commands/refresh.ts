import type { Command } from "commander";
import { asking, type Run, whole } from "../command.ts";
import { storedRows } from "../sample.ts";
import { counted } from "../text.ts";

export function refreshCommand(program: Command, run: Run) {
  const command = program
    .command("refresh")
    .description("Add posts of now to a sample workspace.")
    .addOption(whole("--posts", "how many", 1, 500, 100));
  asking<{ posts: number }>(command, run, async ({ api, options, print }) => {
    const json = { posts: options.posts };
    const answer = await api.request("POST", "/api/v1/samples/refresh", { json });
    const stored = storedRows.parse(await answer.json());
    print(
      { stored },
      () =>
        `${counted(stored.posts, "post")} of now came, with ${counted(stored.comments, "comment")} and ${counted(stored.engagements, "engagement")}.`,
    );
  });
}
