import { once } from "node:events";
import { createServer } from "node:net";
import { afterEach, expect, it, vi } from "vitest";
import { freePort, portSetting, requireFreePort } from "./ports.ts";

afterEach(() => vi.unstubAllEnvs());

it("names the setting when a port is taken", async () => {
  const port = await freePort();
  await expect(requireFreePort(port, "PORT")).resolves.toBeUndefined();
  const server = createServer().listen(port, "127.0.0.1");
  await once(server, "listening");
  await expect(requireFreePort(port, "PORT")).rejects.toThrow(
    `Port ${port} is taken. Set PORT to another one.`,
  );
  server.close();
});

it.each(["", undefined])("takes the default for %j", (text) => {
  vi.stubEnv("PORT", text);
  expect(portSetting("PORT", 3000)).toBe(3000);
});

it.each(["web", "0", "70000", "3000.5"])("refuses the port %j", (text) => {
  vi.stubEnv("PORT", text);
  expect(() => portSetting("PORT", 3000)).toThrow("a number from 1 to 65535");
});
