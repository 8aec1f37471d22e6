import { startSimulator } from "./start-simulator.ts";
import { tokenFile } from "./token-file.ts";

// SIMULATOR_PORT, SIMULATOR_SEED, SIMULATOR_ANCHOR (ISO 8601: when this world was first started),
// SIMULATOR_TOKENS (a file that keeps tokens from start to start).
const port = Number(process.env.SIMULATOR_PORT || 4010);
const anchorMs = Date.parse(process.env.SIMULATOR_ANCHOR ?? "");

try {
  const simulator = await startSimulator({
    port,
    ...(process.env.SIMULATOR_SEED && { seed: process.env.SIMULATOR_SEED }),
    ...(!Number.isNaN(anchorMs) && { anchorMs }),
    ...(process.env.SIMULATOR_TOKENS && { tokenStore: tokenFile(process.env.SIMULATOR_TOKENS) }),
  });
  console.log(`The platform simulator listens on ${simulator.url}`);
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => simulator.close().then(() => process.exit(0)));
  }
} catch (error) {
  const taken = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
  if (!taken) throw error;
  console.error(`Port ${port} is taken. Set SIMULATOR_PORT to a free one, or stop what uses it.`);
  process.exitCode = 1;
}
