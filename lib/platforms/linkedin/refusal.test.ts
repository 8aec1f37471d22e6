import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  analytics,
  linkedinSettings,
  measure,
  nameOf,
  share,
  startLinkedin,
} from "../../../tests/support/linkedin.ts";
import { linkedinPlatform } from "./platform.ts";

let linkedin: Awaited<ReturnType<typeof startLinkedin>>;
beforeAll(async () => {
  linkedin = await startLinkedin();
});
afterAll(() => linkedin.close());

const DAY_LIMIT =
  "Resource level throttle APPLICATION DAY limit for calls to this resource is reached.";

describe("when LinkedIn refuses", () => {
  it.each([
    [
      401,
      { serviceErrorCode: 65600, code: "INVALID_ACCESS_TOKEN" },
      "unauthorized",
      { problem: "expired", refreshable: true },
    ],
    [
      401,
      { serviceErrorCode: 65602, code: "EXPIRED_ACCESS_TOKEN" },
      "unauthorized",
      { problem: "expired", refreshable: true },
    ],
    [401, { serviceErrorCode: 65601 }, "unauthorized", { problem: "revoked", refreshable: false }],
    [403, { serviceErrorCode: 100, code: "ACCESS_DENIED" }, "failed", { code: "permission" }],
    [
      400,
      { errorDetailType: "com.linkedin.common.error.BadRequest" },
      "failed",
      { code: "internal" },
    ],
    [404, { code: "NOT_FOUND" }, "failed", { code: "internal" }],
    [422, { message: "duplicate" }, "failed", { code: "internal" }],
    [
      426,
      { code: "NONEXISTENT_VERSION" },
      "failed",
      { code: "not_configured", detail: expect.stringContaining("LINKEDIN_VERSION") },
    ],
    [
      429,
      { code: "TOO_MANY_REQUESTS", message: DAY_LIMIT },
      "refused",
      { code: "quota", afterSeconds: 14 * 3600 },
    ],
    [429, { code: "TOO_MANY_REQUESTS" }, "refused", { code: "rate_limited", afterSeconds: 35 }],
    [500, {}, "refused", { code: "provider_error" }],
    [502, "<html>Bad gateway</html>", "refused", { code: "provider_error" }],
    [200, "<html>Hello</html>", "refused", { code: "provider_error" }],
    [200, { nothing: true }, "refused", { code: "provider_error" }],
  ] as const)(
    "a %i with %j is told apart, asked once, and quotes no token",
    async (status, body, kind, rest) => {
      const said =
        typeof body === "object" && status !== 200
          ? { status, message: "Said of SECRET-TOKEN", ...body }
          : body;
      linkedin.answer(() => ({ status, body: said }));
      const result = await measure(linkedin.organization(), [share(1)]);
      expect(result).toMatchObject({
        kind,
        calls: 1,
        ...rest,
        detail: expect.stringMatching(/\.$/),
      });
      expect(JSON.stringify(result)).not.toContain("SECRET-TOKEN");
      expect(linkedin.asked).toHaveLength(1);
    },
  );

  it("waits as long as a Retry-After says, if there is one", async () => {
    linkedin.answer(() => ({ status: 429, body: {}, headers: { "retry-after": "7" } }));
    const result = await measure(linkedin.organization(), [share(1)]);
    expect(result).toMatchObject({ afterSeconds: 7 });
  });

  it("stops at the first refusal of a member's metrics and counts what was spent", async () => {
    linkedin.answer((ask) =>
      nameOf(ask) === "REACTION" ? { status: 429, body: {} } : { body: analytics(nameOf(ask)) },
    );
    const result = await measure(linkedin.member(), [share(1), share(2)]);
    expect(result).toMatchObject({ kind: "refused", code: "rate_limited", calls: 3 });
    expect(linkedin.asked).toHaveLength(3);
  });
});

it("is unavailable without its settings, and names them", () => {
  const settings = linkedinSettings({ LINKEDIN_CLIENT_SECRET: "" });
  expect(linkedinPlatform("linkedin_member", settings)).toEqual({
    kind: "unavailable",
    detail: "LINKEDIN_CLIENT_SECRET is not configured.",
  });
});
