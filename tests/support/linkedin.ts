import { readEnv } from "../../lib/env.ts";
import type { Access, AccountPost, Platform } from "../../lib/platforms/connected.ts";
import { linkedinPlatform } from "../../lib/platforms/linkedin/platform.ts";
import type { PlatformSettings } from "../../lib/platforms/settings.ts";
import { type Answering, settingsAt, startAnsweringServer } from "./answering-server.ts";

/** A request as LinkedIn got it; `query` is written as it came, and the body of a tunnelled one. */
export type Asked = {
  method: string;
  path: string;
  query: string;
  headers: Awaited<ReturnType<typeof startAnsweringServer>>["asked"][number]["headers"];
};

/** The moment at which every test of LinkedIn happens. */
export const nowMs = Date.parse("2026-11-01T10:00:00Z");

/** A server in LinkedIn's place that answers what the test says. */
export async function startLinkedin() {
  const server = await startAnsweringServer();
  const asked: Asked[] = [];
  const settings = linkedinSettings(settingsAt(server.url));
  return {
    asked,
    settings,
    /** From now on, and forgets what was asked. */
    answer(how: (ask: Asked) => Answering) {
      asked.length = 0;
      server.answers(({ method, path, search, body, headers }) => {
        const ask = { method, path, query: search || body, headers };
        asked.push(ask);
        return how(ask);
      });
    },
    organization: () => ready("linkedin_organization", settings),
    member: () => ready("linkedin_member", settings),
    close: () => server.close(),
  };
}

export function linkedinSettings(changes: Record<string, string> = {}): PlatformSettings {
  return readEnv({
    ...settingsAt("http://linkedin.test"),
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
