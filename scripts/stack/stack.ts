import { chmod, readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { portSetting, requireFreePort } from "../ports.ts";
import { type EmbeddedSupabase, startEmbeddedSupabase } from "../supabase/embedded.ts";
import type { Mail } from "../supabase/mail-box.ts";
import { appEnv } from "./app-env.ts";
import { ensureBuild } from "./build.ts";
import { signInPerson } from "./connect-account.ts";
import { DEMO_USER, signInDemoUser } from "./demo-user.ts";
import { startScheduler } from "./scheduler.ts";
import { seedWorkspace } from "./seed.ts";
import { seedAccounts } from "./seed-accounts.ts";
import { seedAlerts } from "./seed-alerts.ts";
import { seedCampaigns } from "./seed-campaigns.ts";
import { seedIngest } from "./seed-ingest.ts";
import { seedPeople } from "./seed-people.ts";
import { startSimulator } from "./simulator.ts";
import { startWeb, type WebMode } from "./web.ts";

type Options = {
  dataDir: string;
  mode: WebMode;
  database?: string;
  /** Extra settings of the product's server. */
  env?: Record<string, string>;
  seeded?: boolean;
  /** False where losing the data in a crash is fine. */
  durable?: boolean;
  logLevel?: "all" | "errors";
  onMail?: (mail: Mail) => void;
  onStep?: (step: string) => void;
};

/**
 * Starts everything: Supabase, the simulator, the product's server and its scheduler. Writes
 * `dataDir`/demo.json. PORT, SUPABASE_PORT, DATABASE_PORT and SIMULATOR_PORT move things.
 */
export async function startStack(options: Options) {
  const { mode, onStep = () => {} } = options;
  const dataDir = resolve(options.dataDir);
  const ports = { web: portSetting("PORT", 3000), simulator: portSetting("SIMULATOR_PORT", 54400) };
  await requireFreePort(ports.web, "PORT");
  await requireFreePort(ports.simulator, "SIMULATOR_PORT");
  const appUrl = `http://localhost:${ports.web}`;

  const stops: (() => unknown)[] = [];
  async function stop() {
    for (const end of stops.splice(0).reverse()) await end();
  }
  try {
    onStep("Starting Supabase");
    const { database, onMail } = options;
    const supabase = await startEmbeddedSupabase({
      dataDir,
      siteUrl: appUrl,
      ...(database && { database }),
      ...(onMail && { onMail }),
      durable: options.durable ?? true,
      emailConfirmation: process.env.EMAIL_CONFIRMATION === "true",
    });
    stops.push(supabase.stop);
    const simulator = await startSimulator(
      ports.simulator,
      await firstStart(dataDir),
      join(dataDir, "simulator-tokens.json"),
    );
    stops.push(simulator.stop);
    if (mode === "start") {
      onStep("Building, unless a build of these sources is there");
      await ensureBuild();
    }
    onStep("Starting the server");
    const env = { ...appEnv(appUrl, supabase, simulator.url), ...options.env };
    const web = await startWeb(mode, ports.web, env, options.logLevel ?? "all");
    stops.push(web.stop);
    stops.push(await startScheduler(appUrl, supabase.keys.cronSecret));
    const user = await signInDemoUser(supabase.url, supabase.keys.publishableKey);
    if (options.seeded ?? true) {
      await seedWorkspace(appUrl, user.accessToken);
      await seedPeople({
        appUrl,
        supabaseUrl: supabase.url,
        publishableKey: supabase.keys.publishableKey,
        accessToken: user.accessToken,
      });
      // Before the first runs: rules are looked at when one ends.
      await seedAlerts(appUrl, user.accessToken);
      onStep("Bringing reels in, unless some are here");
      await seedIngest({
        appUrl,
        databaseUrl: supabase.databaseUrl,
        workspaceId: user.workspaceId,
        accessToken: user.accessToken,
        simulatorUrl: simulator.url,
        anchor: await firstStart(dataDir),
      });
      onStep("Connecting accounts, unless some are connected");
      const { publishableKey, cronSecret } = supabase.keys;
      await seedAccounts({
        appUrl,
        databaseUrl: supabase.databaseUrl,
        workspaceId: user.workspaceId,
        cronSecret,
        person: await signInPerson(supabase.url, publishableKey, DEMO_USER),
        anchor: await firstStart(dataDir),
      });
      await seedCampaigns(appUrl, user.accessToken);
    }

    const info = {
      ...describeStack(appUrl, supabase, user.workspaceId, simulator.url),
      anchor: await firstStart(dataDir),
    };
    const file = join(dataDir, "demo.json");
    await writeFile(file, `${JSON.stringify(info, null, 2)}\n`, { mode: 0o600 });
    await chmod(file, 0o600);
    const crashed = Promise.race([web.ended, simulator.ended]);
    return { info, accessToken: user.accessToken, userId: user.userId, crashed, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function describeStack(
  appUrl: string,
  { url: supabaseUrl, databaseUrl, keys }: EmbeddedSupabase,
  workspaceId: string,
  simulatorUrl: string,
) {
  const { publishableKey, cronSecret } = keys;
  return {
    appUrl,
    supabaseUrl,
    publishableKey,
    ...DEMO_USER,
    workspaceId,
    cronSecret,
    simulatorUrl,
    databaseUrl,
  };
}

/** When this data folder was first used, ISO 8601: the simulator's world hangs on it. */
async function firstStart(dataDir: string) {
  const file = join(dataDir, "first-start");
  const known = await readFile(file, "utf8").catch(() => null);
  if (known) return known.trim();
  const now = new Date().toISOString();
  await writeFile(file, `${now}\n`);
  return now;
}
