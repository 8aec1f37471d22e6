import { spawn } from "node:child_process";
import { once } from "node:events";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startSimulator } from "./start-simulator.ts";

let simulator: Awaited<ReturnType<typeof startSimulator>>;

beforeAll(async () => {
  simulator = await startSimulator({ port: 0, now: () => Date.parse("2026-11-01T07:30:00Z") });
});
beforeEach(() => control("reset"));
afterAll(() => simulator.close());

const control = (path: string, body: unknown = {}) =>
  fetch(`${simulator.url}/_control/${path}`, { method: "POST", body: JSON.stringify(body) });

const videos = (search: string, key = "key") =>
  fetch(`${simulator.url}/youtube/v3/videos?${search}`, { headers: { "x-goog-api-key": key } });

const PARTS = "part=snippet,statistics,contentDetails";

describe("GET /youtube/v3/videos", () => {
  it("writes counts as text, leaves out hidden ones, and leaves out deleted videos", async () => {
    const ids = "simPlain001,simNoLike01,simNoComm01,simGone0001";
    const { items } = await (await videos(`${PARTS}&id=${ids}`)).json();
    expect(items.map(({ id }: { id: string }) => id)).toEqual(ids.split(",").slice(0, 3));
    expect(items[0].statistics).toEqual({
      viewCount: expect.stringMatching(/^\d+$/),
      likeCount: expect.stringMatching(/^\d+$/),
      commentCount: expect.stringMatching(/^\d+$/),
      favoriteCount: "0",
    });
    expect(items[1].statistics).not.toHaveProperty("likeCount");
    expect(items[2].statistics).not.toHaveProperty("commentCount");
  });

  it("gives only the parts that were asked for", async () => {
    const { items } = await (await videos("part=statistics&id=simPlain001")).json();
    expect(Object.keys(items[0])).toEqual(["kind", "etag", "id", "statistics"]);
  });

  it.each([
    [`${PARTS}&id=${Array.from({ length: 51 }, (_, at) => `v${at}`)}`, 400],
    [PARTS, 400],
  ])("refuses anything but 1 to 50 ids", async (search, status) => {
    expect((await videos(search)).status).toBe(status);
  });

  it("counts the units of each key", async () => {
    await control("settings", { youtubeDailyQuota: 2 });
    const asked = async (key: string) => (await videos(`${PARTS}&id=simPlain001`, key)).status;
    const first = [await asked("quota-a"), await asked("quota-a"), await asked("quota-a")];
    expect(first).toEqual([200, 200, 403]);
    expect(await asked("quota-b")).toBe(200);
  });
});

describe("the control endpoints", () => {
  it("meet as many requests with a fault as they were told to, and log when all came", async () => {
    await control("faults", [
      { platform: "youtube", kind: "429", retryAfterSeconds: 3, times: 2 },
      { platform: "apify", kind: "5xx" },
    ]);
    const answers = [];
    for (let call = 0; call < 3; call += 1) answers.push(await videos(`${PARTS}&id=simPlain001`));
    expect(answers.map(({ status }) => status)).toEqual([429, 429, 200]);
    expect(answers[0]?.headers.get("retry-after")).toBe("3");
    const log = await (await fetch(`${simulator.url}/_control/requests`)).json();
    expect(log).toEqual({
      youtube: { count: 3, atMs: expect.any(Array) },
      "youtube.videos": { count: 3, atMs: expect.any(Array) },
    });
    expect(log.youtube.atMs).toHaveLength(3);
  });

  it("meet a share of the requests, the same ones each time", async () => {
    const statuses = async () => {
      await control("faults", [{ platform: "youtube", kind: "5xx", rate: 0.3 }]);
      const seen = [];
      for (let call = 0; call < 40; call += 1) {
        seen.push((await videos(`${PARTS}&id=simPlain001`)).status);
      }
      return seen;
    };
    const first = await statuses();
    expect(first.filter((status) => status === 503).length).toBeGreaterThan(4);
    expect(first.filter((status) => status === 503).length).toBeLessThan(24);
    expect(await statuses()).toEqual(first);
  });

  it("name the accounts that can be connected", async () => {
    const accounts = await (await fetch(`${simulator.url}/_control/accounts`)).json();
    expect(accounts).toHaveLength(35);
    expect(accounts[0]).toEqual({
      platform: "youtube",
      id: expect.stringMatching(/^UC[\w-]{22}$/),
      handle: "harbor.oats",
      name: "Harbor Oats",
      large: false,
    });
  });

  it("restate downwards only, and only what was told to", async () => {
    const restate = (factor: number) =>
      control("restate", { platform: "youtube", id: "simPlain001", factor });
    const views = async () =>
      Number(
        (await (await videos(`${PARTS}&id=simPlain001`)).json()).items[0].statistics.viewCount,
      );
    const before = await views();
    expect((await restate(1.1)).status).toBe(422);
    expect((await restate(0.5)).status).toBe(200);
    expect(await views()).toBeCloseTo(before / 2, -1);
    await control("reset");
    expect(await views()).toBe(before);
  });

  it("take a post away and give it back", async () => {
    const found = async () => (await (await videos(`${PARTS}&id=simPlain001`)).json()).items.length;
    await control("gone", { platform: "youtube", id: "simPlain001", gone: true });
    expect(await found()).toBe(0);
    await control("gone", { platform: "youtube", id: "simPlain001", gone: false });
    expect(await found()).toBe(1);
  });

  it("say what is wrong with a fault that does not exist", async () => {
    expect((await control("faults", [{ platform: "myspace", kind: "429" }])).status).toBe(422);
  });
});

describe("an Apify run", () => {
  it("goes from ready to succeeded, and lists the items of its dataset in pages", async () => {
    const ask = async (path: string, init: RequestInit = {}) => {
      const headers = { authorization: "Bearer t" };
      const answer = await fetch(`${simulator.url}/apify/v2/${path}`, { ...init, headers });
      return { status: answer.status, headers: answer.headers, body: await answer.json() };
    };
    const urls = ["simPlain001", "simNoLike01", "simGone0001"].map(
      (code) => `https://www.instagram.com/p/${code}/`,
    );
    const body = JSON.stringify({ directUrls: urls });
    const run = await ask("acts/apify~instagram-scraper/runs", { method: "POST", body });
    expect(run).toMatchObject({ status: 201, body: { data: { status: "READY" } } });
    const { id, defaultDatasetId } = run.body.data;
    expect((await ask(`actor-runs/${id}`)).body.data.status).toBe("SUCCEEDED");
    const page = await ask(`datasets/${defaultDatasetId}/items?offset=1&limit=5`);
    expect(page.headers.get("x-apify-pagination-total")).toBe("3");
    expect(page.body).toMatchObject([{ likesCount: -1 }, { error: "not_found" }]);
    expect((await ask(`datasets/${defaultDatasetId}/items?offset=9`)).body).toEqual([]);
  });
});

describe("GET /thumb", () => {
  it("draws the same picture for the same post", async () => {
    const draw = async (path: string) => (await fetch(`${simulator.url}/thumb/${path}`)).text();
    expect(await draw("youtube/a.svg")).toMatch(/^<svg .*<\/svg>$/);
    expect(await draw("youtube/a.svg")).toBe(await draw("youtube/a.svg"));
    expect(await draw("youtube/a.svg")).not.toBe(await draw("youtube/b.svg"));
  });
});

describe("node simulator/main.ts", () => {
  it("says in a sentence that its port is taken", async () => {
    const port = new URL(simulator.url).port;
    const started = spawn(process.execPath, ["simulator/main.ts"], {
      env: { ...process.env, SIMULATOR_PORT: port },
    });
    let said = "";
    started.stderr.on("data", (text) => {
      said += text;
    });
    const [code] = await once(started, "close");
    expect(code).toBe(1);
    expect(said.trim()).toBe(
      `Port ${port} is taken. Set SIMULATOR_PORT to a free one, or stop what uses it.`,
    );
  });
});
