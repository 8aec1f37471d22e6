import { readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type CommandLine, startCommandLine } from "./command-line.ts";

let cli: CommandLine;
let sample: string;
let post: string;

beforeAll(async () => {
  cli = await startCommandLine();
  for (const name of ["ada", "bob"]) expect((await cli.run(name, ["sign-in"])).code).toBe(0);
  const seeded = await ada("seed", "--users", "60", "--posts", "90", "--hashtags", "12", "--json");
  expect(seeded).toMatchObject({ code: 0, stderr: "" });
  sample = JSON.parse(seeded.stdout).workspace_id;
  const [first] = await cli.supabase.sql<{ id: string }>(
    "select post_id::text as id from public.comment_threads where workspace_id = $1 and chains > 0 limit 1",
    [sample],
  );
  post = first?.id ?? "";
}, 180_000);
afterAll(() => cli.stop());

const ada = (...words: string[]) => cli.run("ada", words);

it("keeps the session where only its person reads it", async () => {
  const file = join(cli.folder, "ada", "media-metrics-lab", "session.json");
  expect(((await stat(file)).mode & 0o777).toString(8)).toBe("600");
  const kept = await readFile(file, "utf8");
  expect(kept).not.toContain(cli.person("ada").password);
  expect(JSON.parse(kept)).toMatchObject({ workspaceId: sample });
});

it("tells who is signed in, and refuses a wrong password in one sentence", async () => {
  const who = await ada("whoami", "--json");
  expect(JSON.parse(who.stdout)).toMatchObject({
    email: cli.person("ada").email,
    workspace: { id: sample, name: "Sample 1337" },
  });
  const wrong = await cli.run("ada", ["sign-in"], { MEDIA_METRICS_PASSWORD: "another" });
  expect(wrong).toEqual({
    code: 1,
    stdout: "",
    stderr: "E-mail and password do not match an account. Check both, or sign up in the browser.\n",
  });
});

const QUESTIONS: string[][] = [
  ["trending", "--window", "1440", "--k", "5"],
  ["trending", "-w", "60", "-k", "5", "--sync", "--sync-minutes", "60"],
  ["recommend", "--hashtag", "ai", "--min-rate", "0.1"],
  ["recommend", "ai", "-m", "5"],
  ["trending-status"],
  ["comment-depths"],
  ["viral-chains", "--min-depth", "2", "--min-engagement", "10"],
  ["comments", "depth", "-p", "POST"],
  ["comments", "viral", "--post", "POST"],
  ["top-users", "--limit", "10"],
  ["top-hashtags", "--limit", "20"],
  ["fastest-growing", "--hours", "24", "--limit", "15"],
  ["reports", "users", "-l", "5", "-h", "168"],
  ["reports", "hashtags", "-l", "5", "-h", "168"],
];

describe.each(QUESTIONS)("%s %s %s %s", (...words) => {
  const asked = () => words.map((word) => (word === "POST" ? post : word));

  it("prints only JSON with --json, and something to read without", async () => {
    const json = await ada(...asked(), "--json");
    expect(json.code).toBe(0);
    expect(typeof JSON.parse(json.stdout)).toBe("object");
    const text = await ada(...asked());
    expect(text.code).toBe(0);
    expect(text.stdout.trim()).not.toBe("");
    expect(() => JSON.parse(text.stdout)).toThrow();
  });
});

it("answers what the API answers", async () => {
  const { stdout } = await ada("top-users", "-l", "3", "--json");
  const answer = await fetch(`${cli.server.url}/api/v1/reports/top-users?limit=3`, {
    headers: {
      authorization: `Bearer ${cli.person("ada").accessToken}`,
      "x-workspace-id": sample,
    },
  });
  const { as_of: _, ...told } = JSON.parse(stdout);
  expect(told.users).toHaveLength(3);
  expect(await answer.json()).toMatchObject(told);
});

it.each([
  [["trending", "-w", "1441"], "from 1 to 1440"],
  [["trending", "--k", "0"], "from 1 to 100"],
  [["recommend", "ai", "-m", "11"], "from 1 to 10"],
  [["recommend"], "Name one hashtag"],
  [["viral-chains", "--min-depth", "1"], "from 2 to"],
  [["reports", "users", "-l", "51"], "from 1 to 50"],
  [["fastest-growing", "-h", "169"], "from 1 to 168"],
  [["comments", "depth"], "--post"],
  [["seed", "--posts", "many"], "Expected a whole number"],
  [["top-hashtags", "--since", "2026-02-30"], "Expected a day or a time"],
  [["no-such"], "unknown command"],
  [["trending", "--no-such"], "unknown option"],
])("ends with 2 for a wrong use: %j", async (words, sentence) => {
  const { code, stdout, stderr } = await ada(...words);
  expect(code).toBe(2);
  expect(stdout).toBe("");
  expect(stderr).toContain(sentence);
});

it("ends with 1 for what the server refuses, in its sentence", async () => {
  expect(await ada("comments", "depth", "-p", "999999", "--json")).toEqual({
    code: 1,
    stdout: "",
    stderr: "Post 999999 not found\n",
  });
});

it("sees nothing of others: their workspace is not there (row level security)", async () => {
  const asked = await cli.run("bob", ["top-users", "--workspace", sample, "--json"]);
  expect(asked).toMatchObject({ code: 1, stdout: "" });
  expect(asked.stderr).toContain("There is no such workspace, or you are not in it.");
  const depth = await cli.run("bob", ["comments", "depth", "-p", post]);
  expect(depth).toMatchObject({ code: 1, stderr: `Post ${post} not found\n` });
  const removed = await cli.run("bob", ["seed", "--remove", sample]);
  expect(removed.code).toBe(1);
});

it("takes a token instead of a session, and says when there is neither", async () => {
  const { accessToken } = cli.person("bob");
  const token = await cli.run("nobody", ["whoami", "--token", accessToken, "--json"]);
  expect(JSON.parse(token.stdout)).toMatchObject({ email: cli.person("bob").email });
  const variable = await cli.run("nobody", ["whoami"], { MEDIA_METRICS_TOKEN: accessToken });
  expect(variable.code).toBe(0);
  const without = await cli.run("nobody", ["whoami"]);
  expect(without).toMatchObject({ code: 1, stdout: "" });
  expect(without.stderr).toContain("Sign in first");
});

it("renews a session that has run out, and keeps the new one", async () => {
  const file = join(cli.folder, "bob", "media-metrics-lab", "session.json");
  const old = JSON.parse(await readFile(file, "utf8"));
  await writeFile(file, JSON.stringify({ ...old, expiresAt: 1, accessToken: "old" }));
  expect((await cli.run("bob", ["whoami"])).code).toBe(0);
  const kept = JSON.parse(await readFile(file, "utf8"));
  expect(kept.expiresAt).toBeGreaterThan(Date.now() / 1000);
  expect(kept.accessToken).not.toBe("old");
  expect((await stat(file)).mode & 0o777).toBe(0o600);
});

it("finds another workspace when the one that was meant is gone", async () => {
  const file = join(cli.folder, "bob", "media-metrics-lab", "session.json");
  const kept = JSON.parse(await readFile(file, "utf8"));
  const gone = "00000000-0000-4000-8000-000000000000";
  await writeFile(file, JSON.stringify({ ...kept, workspaceId: gone }));
  const refused = await cli.run("bob", ["trending"]);
  expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining("See: workspaces.") });
  const listed = await cli.run("bob", ["workspaces", "--json"]);
  const [own] = JSON.parse(listed.stdout).workspaces;
  expect(own).toMatchObject({ id: cli.person("bob").workspaceId, is_meant: false });
  expect((await cli.run("bob", ["use", own.id])).code).toBe(0);
  expect((await cli.run("bob", ["trending"])).code).toBe(0);
});

it("ends in silence when nobody reads its answer any more", async () => {
  const { child, ended } = cli.start("ada", ["top-users", "--json"]);
  child.stdout?.destroy();
  const { code, stderr } = await ended;
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
});

it("adds posts of now to the sample, and to nothing else", async () => {
  const fresh = await ada("refresh", "--posts", "7", "--json");
  expect(JSON.parse(fresh.stdout)).toMatchObject({ stored: { posts: 7 } });
  const refused = await cli.run("bob", ["refresh"]);
  expect(refused).toMatchObject({
    code: 1,
    stderr: expect.stringContaining("no sample workspace"),
  });
});

it("exports to a file that is whole, and leaves none behind when refused", async () => {
  const file = join(cli.folder, "posts.jsonl");
  const saved = await ada("export", "posts", "-f", "jsonl", "-o", file, "--json");
  const text = await readFile(file, "utf8");
  expect(JSON.parse(saved.stdout)).toEqual({ file, bytes: Buffer.byteLength(text) });
  expect(text.trim().split("\n").length).toBeGreaterThanOrEqual(90);
  const none = join(cli.folder, "none.csv");
  const missing = ["export", "job", "00000000-0000-4000-8000-000000000000", "-o", none];
  expect((await ada(...missing)).code).toBe(1);
  await expect(stat(none)).rejects.toThrow();
  expect((await ada("export", "everything")).code).toBe(2);
});

it("uploads no real links into a sample", async () => {
  const file = join(cli.folder, "links.csv");
  await writeFile(file, "url\nhttps://www.youtube.com/watch?v=dQw4w9WgXcQ\n");
  const refused = await ada("jobs", "run", file);
  expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining("sample workspace") });
  expect((await ada("jobs", "run", join(cli.folder, "no.csv"))).stderr).toContain("no such file");
});

it("ends with 130 when interrupted while seeding, and leaves nothing half made", async () => {
  const { child, ended } = cli.start("bob", ["seed", "--posts", "3000"]);
  const samples = () =>
    cli.supabase.sql("select 1 from public.samples where posts = 3000 and seed = 1337");
  await expect.poll(samples, { timeout: 30_000, interval: 100 }).toHaveLength(1);
  child.kill("SIGINT");
  const { code, stdout, stderr } = await ended;
  expect({ code, stdout }).toEqual({ code: 130, stdout: "" });
  expect(stderr).toContain("Interrupted. What was made so far has been removed again.");
  expect(await samples()).toEqual([]);
});

it("forgets the session at sign-out", async () => {
  expect((await cli.run("bob", ["sign-out"])).code).toBe(0);
  expect((await cli.run("bob", ["whoami"])).code).toBe(1);
});
