import { Command } from "commander";
import type { Run } from "./command.ts";
import { campaignCommands } from "./commands/campaigns.ts";
import { commentCommands } from "./commands/comments.ts";
import { exportCommand } from "./commands/export.ts";
import { hashtagCommands } from "./commands/hashtags.ts";
import { ingestCommands } from "./commands/ingest.ts";
import { jobCommands } from "./commands/jobs.ts";
import { refreshCommand } from "./commands/refresh.ts";
import { reportCommands } from "./commands/reports.ts";
import { seedCommand } from "./commands/seed.ts";
import { signInCommands } from "./commands/sign-in.ts";
import { workspaceCommands } from "./commands/workspaces.ts";

/** Every command. What goes wrong is thrown, so that one place says how the process ends. */
export function buildProgram(run: Run) {
  const program = new Command("cli")
    .description("Media Metrics Lab from the command line.")
    .configureHelp({ showGlobalOptions: false })
    .showSuggestionAfterError(true)
    .exitOverride();
  for (const add of [
    signInCommands,
    workspaceCommands,
    seedCommand,
    refreshCommand,
    hashtagCommands,
    commentCommands,
    reportCommands,
    campaignCommands,
    jobCommands,
    ingestCommands,
    exportCommand,
  ]) {
    add(program, run);
  }
  inheritExit(program);
  return program;
}

function inheritExit(command: Command) {
  for (const each of command.commands) {
    each.exitOverride();
    inheritExit(each);
  }
}
