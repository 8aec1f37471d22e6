import { afterAll, beforeAll, expect, it } from "vitest";
import { claimableSources } from "@/lib/refresh/sources";
import { startRefreshWorld } from "../../support/refresh.ts";

let world: Awaited<ReturnType<typeof startRefreshWorld>>;
beforeAll(async () => {
  world = await startRefreshWorld();
});
afterAll(() => world.stop());

it("puts no more posts into a unit on demand than one call of its platform asks for", async () => {
  const sizes = claimableSources().flatMap((source) =>
    "batch_size" in source ? [[source.key, Number(source.batch_size)] as const] : [],
  );
  expect(sizes.length).toBeGreaterThan(8);
  for (const [key, most] of sizes) {
    const [row] = await world.sql<{ size: number }>("select private.batch_size($1) as size", [key]);
    if (key.startsWith("public_")) expect(Number(row?.size), key).toBeLessThanOrEqual(most);
    else expect(row?.size, key).toBe(most);
  }
});
