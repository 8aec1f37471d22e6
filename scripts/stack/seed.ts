import { z } from "zod";
import { demoLinks, fewLinks } from "./demo-links.ts";

const NAME = "Northlight Studio";
/** Single links, as somebody pastes what a colleague sent; the last one leads nowhere. */
const LINKS = [
  "https://www.youtube.com/watch?v=simPlain042",
  "https://www.tiktok.com/@demo.creator3/video/7310000000000123456",
  "https://www.instagram.com/reel/Demo000777x/",
  "https://youtu.be/simGone0001",
];

/** The newest last: it is the one that lists lead to first. */
const FILES = [
  { name: "october-creators.csv", links: () => fewLinks(100, 24), run: true },
  { name: "holiday-plan.csv", links: () => fewLinks(200, 9), run: false },
  { name: "demo-links.csv", links: demoLinks, run: true },
];

const job = z.object({ job_id: z.string() });

/** Gives a workspace without jobs a name, single links and jobs, through the product's own API. */
export async function seedWorkspace(appUrl: string, accessToken: string) {
  const authorization = `Bearer ${accessToken}`;
  async function call(method: string, path: string, body?: FormData | string) {
    const answer = await fetch(new URL(path, appUrl), {
      method,
      headers: { authorization },
      ...(body && { body }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text}`);
    return text;
  }
  if (/"id"|"job_id"/.test(await call("GET", "/api/v1/jobs?limit=1"))) return;
  await call("PATCH", "/api/v1/workspace", JSON.stringify({ name: NAME }));
  for (const url of LINKS) await call("POST", "/api/v1/link", JSON.stringify({ url }));
  for (const { name, links, run } of FILES) {
    const form = new FormData();
    form.set("file", new File([links()], name, { type: "text/csv" }));
    const { job_id: id } = job.parse(JSON.parse(await call("POST", "/api/v1/jobs/upload", form)));
    if (run) await call("POST", `/api/v1/jobs/${id}/run`);
  }
}
