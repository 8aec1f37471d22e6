import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { readEnv } from "../../lib/env.ts";
import type { Access, AccountPost, Platform } from "../../lib/platforms/connected.ts";
import { linkedinPlatform } from "../../lib/platforms/linkedin/platform.ts";
import type { PlatformSettings } from "../../lib/platforms/settings.ts";

/** A request as LinkedIn got it; `query` is the body of a tunnelled one. */
export type Asked = {
  method: string;
  path: string;
  query: string;
  headers: IncomingMessage["headers"];
};
type Said = { status?: number; body: unknown; headers?: Record<string, string> };

/** The moment at which every test of LinkedIn happens. */
export const nowMs = Date.parse("2026-11-01T10:00:00Z");

/** A server in LinkedIn's place that answers what the test says. */
export async function startLinkedin() {
  const asked: Asked[] = [];
  let answerTo: (ask: Asked) => Said = () => ({ body: {} });
  const server = createServer(async (request, response) => {
    const { pathname, search } = new URL(request.url ?? "", "http://x");
    let sent = "";
    for await (const chunk of request) sent += chunk;
    const { method = "", headers } = request;
    const ask = { method, path: pathname, query: search.slice(1) || sent, headers };
    asked.push(ask);
    const { status = 200, body, headers: answered = {} } = answerTo(ask);
    response.writeHead(status, answered);
    response.end(typeof body === "string" ? body : JSON.stringify(body));
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  // Safe because it listens on a port.
  const { port } = server.address() as AddressInfo;
  const settings = linkedinSettings({
    FEATURE_FAKE_INSIGHTS: "true",
    SIMULATOR_URL: `http://127.0.0.1:${port}`,
  });
  return {
    asked,
    settings,
    /** From here on: forgets what was asked before. */
    answer(how: typeof answerTo) {
      asked.length = 0;
      answerTo = how;
    },
    organization: () => ready("linkedin_organization", settings),
    member: () => ready("linkedin_member", settings),
    close: () => server.close(),
  };
}

export function linkedinSettings(changes: Record<string, string> = {}): PlatformSettings {
  return readEnv({
    NEXT_PUBLIC_SUPABASE_URL: "http://supabase.test",
    NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY: "key",
    SUPABASE_SECRET_KEY: "key",
    CRON_SECRET: "test-cron-secret-0",
    LINKEDIN_CLIENT_ID: "client",
    LINKEDIN_CLIENT_SECRET: "SECRET-CLIENT",
    ...changes,
  });
}

function ready(kind: "linkedin_organization" | "linkedin_member", settings: PlatformSettings) {
  const choice = linkedinPlatform(kind, settings, { now: () => nowMs });
  if (choice.kind !== "ready") throw new Error(choice.detail);
  return choice.platform;
}

export function access(changes: Partial<Access> = {}): Access {
  return {
    kind: "linkedin_organization",
    accountExternalId: "urn:li:organization:42",
    accessToken: "SECRET-TOKEN",
    scopes: [],
    rejectedMetrics: [],
    signal: new AbortController().signal,
    ...changes,
  };
}

export const share = (number: number) => `urn:li:share:${7100000000000000000n + BigInt(number)}`;

export function measure(platform: Platform, ids: string[], changes: Partial<Access> = {}) {
  return platform.measure(access(changes), ids.map(postOf));
}

export function postOf(apiId: string): AccountPost {
  return { apiId, externalId: apiId, mediaKind: null, publishedAt: null };
}

export const listOf = (...elements: unknown[]) => ({
  elements,
  paging: { count: 10, start: 0, links: [] },
});

const METRIC = /queryType=(\w+)/;
/** A total as LinkedIn sends it, whose count is the length of the name. */
export const analytics = (name: string, wrapped = false) => ({
  elements: [
    {
      targetEntity: { share: share(1) },
      metricType: wrapped
        ? {
            "com.linkedin.adsexternalapi.memberanalytics.v1.CreatorPostAnalyticsMetricTypeV1": name,
          }
        : name,
      count: name.length,
    },
  ],
  paging: { start: 0, count: 10, links: [] },
});
export const nameOf = ({ query }: Asked) => METRIC.exec(query)?.[1] ?? "";
