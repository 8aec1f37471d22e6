import { expect, type Locator, type Page } from "@playwright/test";

const MOST_STEPS = 150;

/** What has the focus shows it, lies on the screen, and is not behind something that floats. */
export async function expectVisibleFocus(page: Page) {
  const complaint = await page.evaluate(async () => {
    const focused = document.activeElement;
    if (!focused || focused === document.body) return null;
    // What scrolls it into sight may take its time.
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const told = focused.outerHTML.slice(0, 200);
    // A field inside a frame with a glyph leaves the ring to the frame.
    const ringed = [focused, focused.parentElement, focused.parentElement?.parentElement].some(
      (each) => {
        if (!each) return false;
        const { outlineStyle, outlineWidth } = getComputedStyle(each);
        return outlineStyle !== "none" && Number.parseFloat(outlineWidth) > 0;
      },
    );
    if (!ringed) return `no ring on ${told}`;
    const { left, right, top, bottom } = focused.getBoundingClientRect();
    const across = [left + 3, (left + right) / 2, right - 3];
    const down = [top + 3, (top + bottom) / 2, bottom - 3];
    const seen = across.some((x) =>
      down.some((y) => focused.contains(document.elementFromPoint(x, y))),
    );
    return seen ? null : `out of sight at ${Math.round(left)}, ${Math.round(top)}: ${told}`;
  });
  expect(complaint).toBeNull();
}

const isFocused = (target: Locator) =>
  target.evaluateAll((nodes) => nodes.some((node) => node === document.activeElement));

/** Presses Tab until one of `target` has the focus, which is seen at every step. */
export async function tabTo(page: Page, target: Locator, key: "Tab" | "Shift+Tab" = "Tab") {
  await target.first().waitFor();
  for (let step = 0; step < MOST_STEPS; step++) {
    if (await isFocused(target)) return;
    await page.keyboard.press(key);
    await expectVisibleFocus(page);
  }
  throw new Error(`${MOST_STEPS} presses of ${key} do not reach ${target}.`);
}

/** Goes there by Tab and presses Enter. */
export async function enter(page: Page, target: Locator) {
  await tabTo(page, target);
  await page.keyboard.press("Enter");
}

/** From the beginning of a page past its navigation, by the link for that. */
export async function skipToContent(page: Page) {
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();
  await expectVisibleFocus(page);
  await page.keyboard.press("Enter");
  await expect(page.locator("#main").first()).toBeFocused();
}

/** Tab alone comes through a page to its end, past everything that can be used on it. */
export async function expectNoTrap(page: Page) {
  const skip = page.getByRole("link", { name: "Skip to content" });
  await page.keyboard.press("Tab");
  await expect(skip).toBeFocused();
  for (let step = 0; step < 500; step++) {
    await page.evaluate(() => document.activeElement?.setAttribute("data-visited", ""));
    await page.keyboard.press("Tab");
    await expectVisibleFocus(page);
    const over = await page.evaluate(
      () => document.activeElement?.matches("body, [data-visited]") ?? true,
    );
    if (over) break;
  }
  const missed = await page.evaluate(() =>
    [
      ...document.querySelectorAll<HTMLElement>(
        "a[href], button, input, select, textarea, [tabindex]",
      ),
    ]
      .filter((node) => node.tabIndex >= 0 && !node.matches(":disabled, [data-visited], [inert] *"))
      .filter((node) => node.checkVisibility({ visibilityProperty: true }))
      .map((node) => node.outerHTML.slice(0, 160)),
  );
  expect(missed).toEqual([]);
}
