import { afterEach, describe, expect, it, vi } from "vitest";
import { shareNext } from "@/lib/supabase/share-next";

afterEach(() => {
  vi.useRealTimers();
});

/** A question whose every asking is answered by hand. */
function question() {
  const askings: PromiseWithResolvers<string>[] = [];
  const ask = () => {
    const asking = Promise.withResolvers<string>();
    askings.push(asking);
    return asking.promise;
  };
  return { askings, ask };
}

describe("shareNext", () => {
  it("gives those who come while it is asked the next answer, all the same one", async () => {
    const { askings, ask } = question();
    const client = {};
    const first = shareNext(client, "who", ask);
    const later = [shareNext(client, "who", ask), shareNext(client, "who", ask)];
    expect(askings).toHaveLength(1);
    askings[0]?.resolve("old");
    expect(await first).toBe("old");
    await vi.waitFor(() => expect(askings).toHaveLength(2));
    // While the second is asked: for whoever comes now it began too early.
    const last = shareNext(client, "who", ask);
    askings[1]?.resolve("new");
    expect(await Promise.all(later)).toEqual(["new", "new"]);
    await vi.waitFor(() => expect(askings).toHaveLength(3));
    askings[2]?.resolve("newest");
    expect(await last).toBe("newest");
  });

  it("keeps no answer: who comes afterwards asks again", async () => {
    const client = {};
    let times = 0;
    const ask = async () => ++times;
    expect(await shareNext(client, "who", ask)).toBe(1);
    expect(await shareNext(client, "who", ask)).toBe(2);
  });

  it("shares between clients and between questions nothing", async () => {
    const { askings, ask } = question();
    const client = {};
    void shareNext(client, "who", ask);
    void shareNext(client, "what", ask);
    void shareNext({}, "who", ask);
    expect(askings).toHaveLength(3);
  });

  it("gives a failure to those who shared it, and to nobody after them", async () => {
    const { askings, ask } = question();
    const client = {};
    const first = shareNext(client, "who", ask);
    const second = shareNext(client, "who", ask);
    askings[0]?.reject(new Error("gone"));
    await expect(first).rejects.toThrow("gone");
    await vi.waitFor(() => expect(askings).toHaveLength(2));
    askings[1]?.resolve("back");
    expect(await second).toBe("back");
  });

  it("waits a second at most for one that hangs", async () => {
    vi.useFakeTimers();
    const { askings, ask } = question();
    const client = {};
    void shareNext(client, "who", ask);
    const second = shareNext(client, "who", ask);
    await vi.advanceTimersByTimeAsync(1000);
    expect(askings).toHaveLength(2);
    askings[1]?.resolve("fresh");
    expect(await second).toBe("fresh");
  });
});
