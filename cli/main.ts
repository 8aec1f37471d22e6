import { runCli } from "./run.ts";

// Whoever reads along may stop: `… --json | head`. That is no fault of ours.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit();
  throw error;
});
process.exitCode = await runCli(process.argv.slice(2));
