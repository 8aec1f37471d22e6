import type { Command } from "commander";
import { signIn, signOut } from "../auth.ts";
import { printer, type Run, type Shared } from "../command.ts";
import { CliProblem } from "../problem.ts";
import { ask, askSecretly } from "../prompt.ts";
import { forgetSession, keepSession, readSession, sessionFile } from "../session.ts";
import { findServer } from "../settings.ts";

export function signInCommands(program: Command, run: Run) {
  const enter = program
    .command("sign-in")
    .description("Sign in by e-mail and password, and stay so.")
    .option("--email <address>", "else MEDIA_METRICS_EMAIL, else it is asked for")
    .option("--url <address>", "where the server is")
    .option("--json", "print the answer as JSON, and nothing else");
  enter.action(async () => {
    const options = enter.opts<Shared & { email?: string }>();
    const { MEDIA_METRICS_EMAIL, MEDIA_METRICS_PASSWORD } = process.env;
    const server = findServer(options.url);
    const email = options.email ?? MEDIA_METRICS_EMAIL ?? (await ask("E-mail: ", run.signal));
    // Never as an option: other people of this computer see those.
    const password = MEDIA_METRICS_PASSWORD ?? (await askSecretly("Password: ", run.signal));
    const granted = await signIn(server, email.trim(), password);
    await keepSession({ ...server, ...granted, workspaceId: null });
    const answer = { email: granted.email, url: server.appUrl, session: sessionFile() };
    printer(options)(answer, () => `Signed in at ${server.appUrl} as ${granted.email}.`);
  });

  const leave = program
    .command("sign-out")
    .description("Forget the sign-in, here and at the server.")
    .option("--json", "print the answer as JSON, and nothing else");
  leave.action(async () => {
    const session = await readSession().catch(() => null);
    await forgetSession();
    const print = printer(leave.opts<Shared>());
    const answer = { signed_out: true, email: session?.email ?? null };
    if (session === null) return print(answer, () => "Nobody was signed in.");
    try {
      await signOut(session);
    } catch (error) {
      throw new CliProblem(
        "The sign-in is forgotten here, but the server could not be told. It ends there by itself.",
        1,
        { cause: error },
      );
    }
    print(answer, () => `Signed out. ${session.email} is not known here any more.`);
  });
}
