import { once } from "node:events";
import { createServer } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { getRequestListener, type HttpBindings } from "@hono/node-server";
import { App, type EmailDriver } from "@supabase/lite";
import { connect } from "./connection.ts";
import { emailTemplates } from "./email-templates.ts";
import "./enable-storage.ts";
import { folderStorage } from "./folder-storage.ts";
import type { Keys } from "./keys.ts";

const CLOSE_MS = 5000;

export type SupabaseServer = { url: string; stop(): Promise<void> };

type Options = {
  databaseUrl: string;
  keys: Keys;
  storageFolder: string;
  mails: EmailDriver;
  /** The product's address, to which the links in e-mails lead. */
  siteUrl: string;
  /** 0 lets the system choose. */
  port: number;
  emailConfirmation?: boolean;
  connections?: number;
};

/** Serves Supabase's API over a prepared database, on 127.0.0.1. */
export async function serveSupabase(options: Options): Promise<SupabaseServer> {
  const { databaseUrl, keys, siteUrl, emailConfirmation = false } = options;
  const connection = connect(databaseUrl, options.connections ?? 20);
  const app = new App({
    connection,
    api: { max_rows: 1000 },
    storage: { enabled: true, file_size_limit: "50MiB" },
    auth: {
      enabled: true,
      jwt_secret: keys.jwtSecret,
      publishable_key: keys.publishableKey,
      secret_key: keys.secretKey,
      site_url: siteUrl,
      additional_redirect_urls: [`${siteUrl}/**`],
      minimum_password_length: 8,
      email: { enable_confirmations: emailConfirmation, template: emailTemplates },
    },
    options: { drivers: { email: options.mails }, server: { admin: false } },
  });
  app._storageAdapter = folderStorage(options.storageFolder);
  await app.init();

  const listener = getRequestListener((request, bindings) => {
    // safe because a server of node:http, as below, hands on its own request
    const { incoming } = bindings as HttpBindings;
    return app.fetch(request, { peerAddress: incoming.socket.remoteAddress ?? null });
  });
  const server = createServer(listener);
  server.listen(options.port, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : options.port;
  return {
    url: `http://127.0.0.1:${port}`,
    async stop() {
      server.closeAllConnections();
      server.close();
      // The driver would wait for ever for a connection that was cut off.
      await Promise.race([connection.close(), sleep(CLOSE_MS, undefined, { ref: false })]);
    },
  };
}
