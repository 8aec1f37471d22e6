import { once } from "node:events";
import { createServer } from "node:net";
import { Problem } from "./problem.ts";

/** Throws a sentence naming the setting when nobody else could listen on the port. */
export async function requireFreePort(port: number, setting: string) {
  try {
    await listenOnce(port);
  } catch {
    throw new Problem(`Port ${port} is taken. Set ${setting} to another one.`);
  }
}

/** A port that nobody uses now. */
export function freePort() {
  return listenOnce(0);
}

/** The port named by an environment variable, or its default. */
export function portSetting(setting: string, fallback: number) {
  const text = process.env[setting];
  const port = text ? Number(text) : fallback;
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Problem(`${setting} is "${text}". Set it to a port, a number from 1 to 65535.`);
}

async function listenOnce(port: number) {
  const server = createServer().listen({ port, host: "127.0.0.1", exclusive: true });
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  return typeof address === "object" && address ? address.port : port;
}
