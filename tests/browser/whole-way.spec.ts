import { readFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { parse } from "csv-parse/sync";
import * as XLSX from "xlsx";
import { plainVideo, signUp } from "./stack.ts";

const PLAIN_ROWS = 120;

/** Semicolons, a preamble, a column to keep, links that cannot be used, a duplicate. */
function file() {
  const rows = Array.from(
    { length: PLAIN_ROWS },
    (_, index) => `;${plainVideo(index)};camp ${index}`,
  );
  return [
    "Links of the winter launch;;",
    "platform;url;campaign",
    ...rows,
    "yt;https://youtu.be/simNoLike01?si=abc;=1+1",
    "youtube;https://www.youtube.com/shorts/simGone0001;gone",
    "youtube;https://youtu.be/simHuge0001;huge",
    "tiktok;https://vm.tiktok.com/ZMabc123;short",
    "linkedin;https://www.linkedin.com/feed/update/urn:li:activity:7100000000000000000;page",
    `youtube;https://m.youtube.com/watch?v=simPlain000&utm_source=x;twice`,
    "myspace;https://example.com/x;other",
    "youtube;;empty",
    "tiktok;https://www.youtube.com/watch?v=simPlain999;mismatch",
  ].join("\r\n");
}

const ACCEPTED = PLAIN_ROWS + 5;

async function download(page: Page, name: string) {
  await page.getByRole("button", { name: "Export" }).click();
  const [saved] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("menuitem", { name: new RegExp(`^${name}`) }).click(),
  ]);
  return readFileSync(await saved.path());
}

test("a file of links becomes measured metrics, from sign-up to the opened export", async ({
  page,
}) => {
  await signUp(page, "whole-way");

  await page.goto("/upload");
  await page
    .locator("input[type=file]")
    .first()
    .setInputFiles({
      name: "winter launch.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(file()),
    });
  await expect(page.getByRole("heading", { name: "129 rows read" })).toBeVisible();
  await expect(page.getByText("125 accepted, 1 duplicates, 3 rejected.")).toBeAttached();
  await expect(page.getByText("campaign", { exact: true }).first()).toBeVisible();

  await page.getByRole("button", { name: "Run 125 rows" }).click();
  await page.waitForURL(/\/jobs\/[0-9a-f-]{36}/);
  await expect(page.getByRole("heading", { name: "winter launch.csv", level: 1 })).toBeVisible();
  await expect(page.getByText(`${ACCEPTED} of ${ACCEPTED} rows are done`)).toBeVisible({
    timeout: 30_000,
  });
  await expect(page.getByText("Completed, 2 failed").first()).toBeVisible();

  await page
    .getByRole("link", { name: /^Failed/ })
    .first()
    .click();
  await expect(page).toHaveURL(/state=failed/);
  await expect(page.getByText("Not found or private.").first()).toBeVisible();
  await expect(page.getByText("Needs a connected account.").first()).toBeVisible();
  await page.reload();
  await expect(page.getByText("Rows 1 – 2 of 2")).toBeVisible();

  await page.getByRole("button", { name: "Retry 2 failed" }).click();
  await expect(page.getByText("Completed, 2 failed").first()).toBeVisible({ timeout: 30_000 });

  await page.getByRole("link", { name: /^All/ }).first().click();
  await expect(page).not.toHaveURL(/state=/);
  await page.getByLabel("Title, author or link").fill("simHuge");
  await page.getByLabel("Title, author or link").press("Enter");
  await expect(page.getByText("Rows 1 – 1 of 1")).toBeVisible();
  await page.goto(page.url().replace(/\?.*/, ""));

  const csv = await download(page, "CSV");
  const id = new URL(page.url()).pathname.split("/").at(-1);
  const rows: Record<string, string>[] = parse(csv, { columns: true, bom: true });
  expect(rows).toHaveLength(ACCEPTED);
  const api: { items: Record<string, unknown>[] } = await page.evaluate(async (job) => {
    const answer = await fetch(`/api/v1/jobs/${job}/results?limit=200`);
    return answer.json();
  }, id);
  for (const [index, item] of api.items.entries()) {
    const row = rows[index];
    expect(row?.url).toBe(item.url);
    if (item.external_id !== "simHuge0001") expect(row?.views).toBe(String(item.views ?? ""));
    expect(row?.likes).toBe(String(item.likes ?? ""));
    expect(row?.status).toBe(item.status);
  }
  const row = (externalId: string) => rows.find(({ external_id }) => external_id === externalId);
  expect(row("simHuge0001")?.views).toBe("9007199254740993");
  expect(row("simNoLike01")).toMatchObject({ likes: "", campaign: "'=1+1" });
  expect(JSON.parse(row("simNoLike01")?.missing_because ?? "{}")).toMatchObject({
    likes: "hidden",
  });
  expect(row("simPlain000")).toMatchObject({ simulated: "true", source: "youtube_data" });
  expect(rows.find(({ campaign }) => campaign === "short")?.canonical_url).toMatch(
    /^https:\/\/www\.tiktok\.com\/@[\w.]+\/video\/\d+$/,
  );

  const workbook = XLSX.read(await download(page, "Excel"));
  const sheet = workbook.Sheets[workbook.SheetNames[0] ?? ""] ?? {};
  const cells = XLSX.utils.sheet_to_json<Record<string, unknown>>(sheet);
  expect(cells).toHaveLength(ACCEPTED);
  expect(cells[0]?.views).toBe(Number(rows[0]?.views));

  const lines = (await download(page, "JSON lines")).toString().trimEnd().split("\n");
  expect(lines).toHaveLength(ACCEPTED);
  expect(lines.find((line) => line.includes("simHuge0001"))).toContain('"views":9007199254740993,');

  const rejected = await download(page, "Rows that were not taken");
  expect(parse(rejected, { columns: true, bom: true })).toMatchObject([
    { campaign: "twice", error: expect.stringContaining("already in the file") },
    { platform: "myspace" },
    { campaign: "empty" },
    { campaign: "mismatch" },
  ]);

  await page.getByRole("button", { name: "Run again" }).click();
  await expect(page.getByText("Completed, 2 failed").first()).toBeVisible({ timeout: 30_000 });
  const again: Record<string, string>[] = parse(await download(page, "CSV"), {
    columns: true,
    bom: true,
  });
  expect(again[0]?.previous_views).toBe(rows[0]?.views);
});
