import { expect, it, vi } from "vitest";
import type { Db } from "@/lib/supabase/server";

// As Next does it: a copy of the module for pages, another for endpoints.
const load = () => {
  vi.resetModules();
  return import("@/lib/answers/cached-answer");
};
// safe because all that is asked here is whether they are in the workspace
const member = {
  rpc: () => ({ maybeSingle: async () => ({ data: {}, error: null, status: 200 }) }),
} as unknown as Db;
const scope = { workspaceId: "home", db: member };

it("keeps an answer for pages and endpoints alike, and forgets it for both", async () => {
  const [page, endpoint] = [await load(), await load()];
  expect(page.cachedAnswer).not.toBe(endpoint.cachedAnswer);
  const first = await page.cachedAnswer(scope, "trending", {}, async () => "first");
  expect(await endpoint.cachedAnswer(scope, "trending", {}, async () => "second")).toBe(first);
  await endpoint.forgetAnswers(scope);
  expect(await page.cachedAnswer(scope, "trending", {}, async () => "third")).toBe("third");
});
