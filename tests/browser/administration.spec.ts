import { expect, test } from "@playwright/test";
import postgres from "postgres";
import { awake, demo, PASSWORD, signUp } from "./stack.ts";

test("invites a viewer by link, sees their limits, removes them, and deletes the workspace", async ({
  page,
  browser,
  baseURL,
}) => {
  const owner = await signUp(page, "owner");
  const called = `${owner.split("@")[0]}'s workspace`;
  await page.goto("/settings/members");
  const make = page.getByRole("button", { name: "Make the link" });
  await awake(make);
  await make.click();
  const link = await page.getByLabel("Link of the invitation").inputValue();
  expect(link).toContain("/invite/");

  // Somebody new, in a browser of their own, who has nothing but the link.
  const theirs = await browser.newContext({ ...(baseURL && { baseURL }) });
  const guest = await theirs.newPage();
  const answer = await guest.goto(new URL(link).pathname);
  expect(answer?.headers()["referrer-policy"]).toBe("no-referrer");
  await expect(guest.getByText(owner)).toBeVisible();
  await guest.getByRole("link", { name: "Sign up to accept" }).click();
  const email = `guest-${crypto.randomUUID().slice(0, 8)}@example.test`;
  await guest.getByLabel("E-mail").fill(email);
  await guest.getByLabel("Password").fill(PASSWORD);
  await guest.getByRole("button", { name: "Sign up and join as viewer" }).click();
  await guest.getByRole("heading", { name: "Dashboard", level: 1 }).waitFor();

  await guest.goto("/settings");
  await expect(guest.getByRole("button", { name: "Save" })).toBeDisabled();
  await guest.goto("/settings/audit");
  await expect(guest.getByText("Only admins and owners can read the audit log.")).toBeVisible();
  await guest.goto(new URL(link).pathname);
  await expect(guest.getByText("It has been used.")).toBeVisible();

  await page.reload();
  const row = page.getByRole("listitem").filter({ hasText: email });
  await row.getByRole("button", { name: "Remove" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Remove" }).click();
  await expect(row).toHaveCount(0);

  await page.goto("/settings/audit");
  const entries = page.getByRole("region", { name: "Entries" }).getByRole("listitem");
  await expect(entries).toHaveText([
    /removed guest-.*, who was viewer/,
    /guest-.* accepted an invitation and came in as viewer/,
    /made an invitation for whoever holds its link as viewer, good for 7 days/,
  ]);

  await page.goto("/settings");
  const remove = page.getByRole("button", { name: "Delete workspace" });
  await awake(remove);
  await remove.click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox").fill(called);
  await dialog.getByRole("button", { name: "Delete workspace" }).click();
  await page.waitForURL("/");
  await page.goto("/settings");
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("My workspace");
  // Workers remove what is left of it, as they do every minute.
  const { appUrl, cronSecret, databaseUrl } = demo();
  const headers = { authorization: `Bearer ${cronSecret}` };
  await page.request.get(`${appUrl}/api/cron/refresh`, { headers });
  const database = postgres(databaseUrl, { max: 1 });
  const left = () => database`select from public.workspaces where name = ${called}`;
  await expect.poll(async () => (await left()).length).toBe(0);
  await database.end();
  await theirs.close();
});
