import { expect, type Page, test } from "@playwright/test";
import { enter, expectNoTrap, expectVisibleFocus, skipToContent, tabTo } from "./keys.ts";
import { awake, demo, PASSWORD, plainVideo, signIn, signUp } from "./stack.ts";

async function open(page: Page, path: string) {
  await page.goto(path);
  await awake(page.locator("#main").first());
}

async function openAsDemo(page: Page, path: string) {
  const { email, password } = demo();
  await signIn(page, email, password, "/settings");
  await open(page, path);
}

async function signInByKeys(page: Page, email: string, password: string) {
  await page.goto("/login");
  await awake(page.getByLabel("E-mail"));
  await skipToContent(page);
  await tabTo(page, page.getByLabel("E-mail"));
  await page.keyboard.type(email);
  await tabTo(page, page.getByLabel("Password"));
  await page.keyboard.type(password);
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => url.pathname === "/");
}

async function openPalette(page: Page) {
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("combobox", { name: "Search, or paste a link" })).toBeFocused();
}

test("a file is uploaded, watched and tried again, somebody is invited, and one signs out, by keys alone", async ({
  page,
}) => {
  const email = await signUp(page, "keys");
  await page.context().clearCookies();
  await signInByKeys(page, email, PASSWORD);

  await open(page, "/upload");
  await skipToContent(page);
  await tabTo(page, page.getByRole("button", { name: "Choose file" }));
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    page.keyboard.press("Enter"),
  ]);
  const links = Array.from({ length: 12 }, (_, at) => plainVideo(at));
  await chooser.setFiles({
    name: "by keys.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(["url", ...links, "https://youtu.be/simGone0001"].join("\n")),
  });
  await enter(page, page.getByRole("button", { name: "Run 13 rows" }));
  await page.waitForURL(/\/jobs\/[0-9a-f-]{36}/);
  await expect(page.getByText("13 of 13 rows are done").first()).toBeVisible({ timeout: 30_000 });
  await enter(page, page.getByRole("link", { name: /^Failed/ }));
  await expect(page).toHaveURL(/state=failed/);
  await expect(page.getByText("Rows 1 – 1 of 1")).toBeVisible();
  await tabTo(page, page.getByRole("button", { name: "Retry 1 failed" }), "Shift+Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Completed, 1 failed").first()).toBeVisible({ timeout: 30_000 });

  await open(page, "/settings/members");
  await skipToContent(page);
  await tabTo(page, page.getByLabel("E-mail (optional)"));
  await page.keyboard.type("reader@example.test");
  await enter(page, page.getByRole("button", { name: "Make the link" }));
  await tabTo(page, page.getByLabel("Link of the invitation"));
  await expect(page.getByLabel("Link of the invitation")).toHaveValue(/\/invite\//);

  const menu = page.getByRole("button", { name: /^Workspace:/ });
  await enter(page, menu);
  await expect(page.getByRole("menu")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(menu.first()).toBeFocused();
  await page.keyboard.press("Enter");
  await page.getByRole("menuitem", { name: "Sign out" }).waitFor();
  await page.keyboard.press("End");
  const signOut = page.getByRole("menuitem", { name: "Sign out" });
  await expect(signOut).toBeFocused();
  // In a menu the chosen line is lit, without a ring.
  await expect(signOut).toHaveAttribute("data-highlighted");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/login/);
});

test("the palette finds a post and measures a pasted link, and lists of keys give the focus back", async ({
  page,
}) => {
  await openAsDemo(page, "/posts");
  const filter = page.getByRole("searchbox").first();
  await tabTo(page, filter);
  await openPalette(page);
  await page.keyboard.press("Escape");
  await expect(filter).toBeFocused();
  await expectVisibleFocus(page);

  await openPalette(page);
  await page.keyboard.type("clumsy cats");
  const posts = page.getByRole("group", { name: "Posts" }).getByRole("option");
  await posts.first().waitFor();
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/posts\/\d+/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("clumsy cats");

  await awake(page.locator("#main").first());
  await openPalette(page);
  await page.keyboard.insertText(plainVideo(3));
  await page.getByRole("option", { name: /Get this post’s numbers/ }).waitFor();
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/link\?job=/);

  await page.keyboard.press("?");
  const list = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expect(list).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(list).toBeHidden();
  await page.keyboard.press("g");
  await page.keyboard.press("j");
  await page.waitForURL("/jobs");
});

test("a chart is walked by arrows and read as a table, and the days are changed", async ({
  page,
}) => {
  await openAsDemo(page, "/posts/trends");
  await skipToContent(page);
  const chart = page.getByRole("slider").first();
  await tabTo(page, chart);
  const last = Number(await chart.getAttribute("aria-valuenow"));
  await page.keyboard.press("ArrowLeft");
  await expect(chart).toHaveAttribute("aria-valuenow", `${last - 1}`);
  const tables = page.getByRole("table");
  const before = await tables.count();
  await page.keyboard.press("t");
  await expect(tables).toHaveCount(before + 1);
  await expectVisibleFocus(page);

  await enter(page, page.getByRole("link", { name: "90 days" }));
  await expect(page).toHaveURL(/days=90/);
  const days = page.getByRole("button", { name: "Other days" });
  await enter(page, days);
  const dialog = page.getByRole("dialog");
  await expect(dialog).toBeVisible();
  await expectVisibleFocus(page);
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(days).toBeFocused();

  await open(page, "/");
  const shown = page.getByRole("search", { name: "Period" });
  await shown.waitFor();
  await page.keyboard.press("[");
  // On a Sunday the seven days before are last week.
  const earlier = /from=|range=last-week/;
  await expect(page).toHaveURL(earlier);
  await page.keyboard.press("]");
  await expect(page).not.toHaveURL(earlier);
});

test("Tab comes through the dashboard to its end", async ({ page }) => {
  await openAsDemo(page, "/");
  await expectNoTrap(page);
});
