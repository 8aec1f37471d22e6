import type { Page } from "@playwright/test";
import { demoLinks } from "../stack/demo-links.ts";
import type { Who } from "./people.ts";
import { waitForScripts } from "./settle.ts";

/** A state of a page that has no address of its own, and what it shows. */
export type Moment = {
  name: string;
  title: string;
  sentence: string;
  who: Who;
  path: string;
  /** What a person does on the page before the picture. */
  act?: (page: Page) => Promise<unknown>;
};

const chooseFile = (page: Page, name: string, content: Buffer) =>
  page
    .locator("input[type=file]")
    .first()
    .setInputFiles({
      name,
      mimeType: name.endsWith(".csv") ? "text/csv" : "application/octet-stream",
      buffer: content,
    });

export const MOMENTS: Moment[] = [
  {
    name: "first-run",
    title: "The first day",
    sentence: "A new workspace says what to do first, and ticks it off by itself.",
    who: "newcomer",
    path: "/",
  },
  {
    name: "palette",
    title: "Search and commands",
    sentence: "Ctrl-K finds posts, jobs, tags and pages, and measures a pasted link.",
    who: "owner",
    path: "/",
    act: async (page) => {
      await page.keyboard.press("Control+k");
      await page.getByRole("dialog").waitFor();
      await page.keyboard.type("oats");
      await page.getByRole("option").first().waitFor();
    },
  },
  {
    name: "shortcuts",
    title: "Every key",
    sentence: "? lists what the keyboard does, here and everywhere.",
    who: "owner",
    path: "/posts",
    act: async (page) => {
      await page.keyboard.press("?");
      await page.getByRole("dialog").waitFor();
    },
  },
  {
    name: "upload-checked",
    title: "A file, checked before anything is fetched",
    sentence: "Which rows are taken, which are not and why, before a single number is asked for.",
    who: "owner",
    path: "/upload",
    act: async (page) => {
      await chooseFile(page, "links.csv", Buffer.from(demoLinks()));
      await page.getByRole("button", { name: /^Run / }).first().waitFor();
    },
  },
  {
    name: "upload-refused",
    title: "A file that cannot be read",
    sentence: "An error says what happened, why, and what to do next.",
    who: "owner",
    path: "/upload",
    act: async (page) => {
      // Begins like a workbook and ends at once.
      await chooseFile(page, "spring launch.xlsx", Buffer.from("PK\u0003\u0004cut off"));
      await page.getByRole("alert").first().waitFor();
    },
  },
  {
    name: "failed-rows",
    title: "Rows that failed",
    sentence: "A failed row keeps its place, with its cause and the next step.",
    who: "owner",
    path: "/jobs",
    act: async (page) => {
      await page.locator("main a[href^='/jobs/']:visible").first().click();
      await page.waitForURL(/\/jobs\/[0-9a-f-]{36}/);
      await page.goto(`${page.url()}?state=failed`);
      await waitForScripts(page);
    },
  },
  {
    name: "filtered-to-nothing",
    title: "Filtered to nothing",
    sentence: "The filters that leave nothing stand there, each with the way to take it off.",
    who: "owner",
    path: "/posts?search=nothing-like-it&platform=tiktok",
  },
  {
    name: "nothing-measured",
    title: "Waiting for the first numbers",
    sentence: "A page without data says what would fill it.",
    who: "newcomer",
    path: "/performance",
  },
];
