import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import {
  cancelIngest,
  endWords,
  followIngest,
  type IngestProgress,
  startIngest,
  stateWords,
} from "@/components/performance/follow-ingest";
import { itemsWords } from "@/components/performance/items-words";

const run: IngestProgress = {
  state: "running",
  items: null,
  ingested: 0,
  duplicates: 0,
  quarantined: 0,
  cost_usd: null,
  finished_at: null,
};

/** Answers the calls in their order. */
function answering(...answers: (unknown | Error)[]) {
  const asked = vi.fn(async (path: string, init: RequestInit) => {
    const answer = answers.shift();
    if (answer instanceof Error) throw answer;
    const refused = typeof answer === "object" && answer !== null && "error" in answer;
    return Response.json(answer, {
      status: refused ? 503 : 200,
      headers: { path, method: init.method ?? "GET" },
    });
  });
  vi.stubGlobal("fetch", asked);
  return asked;
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function followed(signal = new AbortController().signal) {
  const told: string[] = [];
  const tell = (words: string, known?: IngestProgress) =>
    told.push([words, known ? itemsWords(known) : ""].filter(Boolean).join(" · "));
  const end = followIngest("r1", { signal, tell });
  await vi.runAllTimersAsync();
  return { told, end: await end };
}

describe("startIngest", () => {
  it("gives the run to follow", async () => {
    answering({ run_id: "r1", state: "queued" });
    expect(await startIngest()).toEqual({ runId: "r1" });
  });

  it("says in the server's words why there is none", async () => {
    answering({ error: { message: "No actor is configured." } });
    expect(await startIngest()).toEqual({ ended: "No actor is configured." });
  });

  it("says that the server cannot be reached", async () => {
    answering(new Error("offline"));
    expect(await startIngest()).toEqual({ ended: "The server cannot be reached." });
    answering(new Error("offline"));
    expect(await cancelIngest("r1")).toBe("The server cannot be reached.");
  });
});

describe("followIngest", () => {
  it("tells each step and what the run came to", async () => {
    answering(
      { ...run, state: "queued" },
      run,
      { ...run, state: "collecting", items: 200, ingested: 100, duplicates: 20 },
      {
        ...run,
        state: "succeeded",
        items: 200,
        ingested: 150,
        duplicates: 48,
        quarantined: 2,
        cost_usd: "0.52",
        finished_at: "2026-11-21T08:32:00Z",
      },
    );
    expect(await followed()).toEqual({
      told: [
        "Waiting for its turn",
        "Apify looks for reels",
        "Reading what Apify found · 120 of 200 items read",
      ],
      end: "The run is done: 150 new, 48 known already, 2 could not be read, cost $0.52.",
    });
  });

  it("goes on asking a server that does not answer for a while", async () => {
    answering(new Error("offline"), {
      ...run,
      state: "cancelled",
      finished_at: "2026-11-21T08:32:00Z",
    });
    expect(await followed()).toEqual({
      told: ["The server cannot be reached. We keep asking."],
      end: "The run was stopped. What it found is kept: 0 new.",
    });
  });

  it("does not wait for a silent server for ever", async () => {
    const asked = answering(...Array.from({ length: 30 }, () => new Error("offline")));
    expect((await followed()).end).toContain("Open this page again");
    expect(asked).toHaveBeenCalledTimes(10);
  });

  it("is silent once the page was left", async () => {
    answering(run);
    expect(await followed(AbortSignal.abort())).toEqual({ told: [], end: "" });
  });
});

it("says of a failed run why", () => {
  expect(endWords({ ...run, state: "failed", error_detail: "Apify refused the token." })).toBe(
    "The run failed. Apify refused the token.",
  );
});

it("says that a run is being cancelled", () => {
  expect(stateWords({ ...run, is_cancelling: true })).toBe("Cancelling: what was found is kept");
});
