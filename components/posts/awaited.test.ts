import { describe, expect, it } from "vitest";
import { awaitedPosts } from "@/components/posts/awaited";

const NOW = new Date("2026-11-21T10:00:00Z");
const account = {
  platform: "instagram",
  handle: "harbor.oats",
  name: "Harbor Oats",
  status: "connected",
  is_refreshing: false,
  next_refresh_at: "2026-11-21T12:00:00Z",
} as const;
const told = (...accounts: Parameters<typeof awaitedPosts>[0]) =>
  awaitedPosts(accounts, "UTC", NOW);

describe("a workspace without posts", () => {
  it("says nothing of accounts where none is connected", () => {
    expect(told()).toBeNull();
    expect(told({ ...account, status: "disconnected" })).toBeNull();
  });

  it("waits for the run that is under way, before one that is planned", () => {
    const answer = told(account, { ...account, is_refreshing: true });
    expect(answer).toMatchObject({ kind: "waiting" });
    expect(answer?.sentence).toContain("2 accounts are connected, and the first run is reading");
  });

  it("says when the earliest run starts", () => {
    const later = { ...account, next_refresh_at: "2026-11-21T18:00:00Z" };
    expect(told(later, account)?.sentence).toContain("at 12:00");
    expect(told(later)?.sentence).toContain("1 account is connected");
  });

  it("asks to reconnect only where no other account brings posts", () => {
    const cut = { ...account, status: "needs_reconnect" } as const;
    expect(told(cut)).toMatchObject({ kind: "reconnect" });
    expect(told(cut)?.sentence).toContain("Instagram @harbor.oats");
    expect(told(cut, account)).toMatchObject({ kind: "waiting" });
  });

  it("says that accounts are switched off", () => {
    expect(told({ ...account, status: "disabled" })).toMatchObject({ kind: "off" });
  });
});
