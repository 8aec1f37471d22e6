import { type BrowserContext, expect, test } from "@playwright/test";
import { addressesOf, PAGES } from "../../scripts/pages.ts";
import { complaints, expectGoodLooks } from "./complaints.ts";
import { demo, signIn } from "./stack.ts";

// Pages that say there is nothing at their address.
const NOT_THERE = ["not-found", "invitation"];

// One sign-in for all: what is looked at is not how one came in.
let own: BrowserContext;

test.beforeAll(async ({ browser }) => {
  own = await browser.newContext({ baseURL: demo().appUrl });
  const { email, password } = demo();
  await signIn(await own.newPage(), email, password, "/jobs");
});

test.afterAll(() => own.close());

for (const entry of PAGES) {
  const whose = entry.open ? "for everybody" : "of a workspace";
  test(`page "${entry.name}" ${whose} is accessible and fits, light and dark, wide and narrow (invariant 34)`, async ({
    context,
  }) => {
    test.slow();
    const from = entry.open ? context : own;
    const page = await from.newPage();
    const found = complaints(page);
    const read = async (address: string) => (await page.request.get(address)).text();
    for (const address of await addressesOf(entry, read)) {
      const answer = await page.goto(address);
      if (!NOT_THERE.includes(entry.name)) expect(answer?.status(), address).toBe(200);
      await expectGoodLooks(page, address);
    }
    expect(found).toEqual([]);
    await page.close();
  });
}
