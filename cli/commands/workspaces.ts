import type { Command } from "commander";
import { z } from "zod";
import { type Api, parseOrNull } from "../api.ts";
import { asking, type Run } from "../command.ts";
import { CliProblem } from "../problem.ts";
import { keepSession } from "../session.ts";
import { facts, table } from "../table.ts";

const space = z.object({ id: z.string(), name: z.string(), role: z.string() });
const me = z.object({
  email: z.string(),
  workspace: space.extend({ time_zone: z.string() }),
  workspaces: z.array(space),
});

export function workspaceCommands(program: Command, run: Run) {
  asking(
    program.command("whoami").description("Who is signed in, and in which workspace."),
    run,
    async ({ api, print }) => {
      const { text, email, workspace } = await askWho(api);
      print(text, () =>
        facts([
          ["E-mail", email],
          ["Workspace", `${workspace.name} (${workspace.role})`],
          ["Its id", workspace.id],
          ["Time zone", workspace.time_zone],
          ["Server", api.access.appUrl],
        ]),
      );
    },
  );
  asking(
    program.command("workspaces").description("The workspaces you are in."),
    run,
    async ({ api, print }) => {
      // Also when the one that is meant is gone: this is where another is looked for.
      const { workspace: active, workspaces } = await askWho(await api.anywhere());
      const meant = api.workspaceId ?? active.id;
      const listed = workspaces.map((each) => ({ ...each, is_meant: each.id === meant }));
      print({ workspaces: listed }, () =>
        table(listed, [
          { title: "", of: ({ is_meant }) => (is_meant ? "*" : "") },
          { title: "Name", of: ({ name }) => name },
          { title: "Role", of: ({ role }) => role },
          { title: "Id", of: ({ id }) => id },
        ]),
      );
    },
  );
  asking(
    program
      .command("use <workspace>")
      .description("Mean this workspace, by its name or id, wherever none is named."),
    run,
    async ({ api, words, print }) => {
      const { session } = api.access;
      if (!session) throw new CliProblem("With a token nothing is remembered. Use --workspace.");
      const { workspace } = await askWho(await api.inWorkspace(words[0] ?? ""));
      await keepSession({ ...session, workspaceId: workspace.id });
      print(workspace, () => `From now on ${workspace.name} is meant.`);
    },
  );
}

async function askWho(api: Api) {
  const text = await (await api.request("GET", "/api/v1/me")).text();
  return { text, ...me.parse(parseOrNull(text)) };
}
