import { parseArgs } from "node:util";
import { Problem, runScript } from "./problem.ts";
import { startStack } from "./stack/stack.ts";

const { values } = parseArgs({
  options: { dev: { type: "boolean", default: false }, database: { type: "string" } },
});

await runScript(async () => {
  const startedAt = Date.now();
  // A signal during the start ends this process, and with it everything it started.
  const stack = await startStack({
    dataDir: process.env.DATA_DIR ?? ".data",
    mode: values.dev ? "dev" : "start",
    ...(values.database && { database: values.database }),
    onStep: (step) => console.log(`${step} …`),
    onMail: ({ to, subject, link }) => console.log(`[mail] ${to}: ${subject}\n       ${link}`),
  });
  const { info } = stack;
  console.log(`
  Media Metrics Lab is ready (${Math.round((Date.now() - startedAt) / 1000)} s)

    Open      ${info.appUrl}
    Sign in   ${info.email} / ${info.password}
    SQL       psql ${info.databaseUrl}

  The numbers are simulated. Ctrl-C ends everything.
`);
  const signal = new Promise<null>((resolve) => {
    for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
      process.once(name, () => resolve(null));
    }
  });
  const code = await Promise.race([signal, stack.crashed]);
  await stack.stop();
  if (code !== null) throw new Problem("A part of the demo ended by itself, so all of it did.");
});
process.exit();
