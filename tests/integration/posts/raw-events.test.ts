import { NextRequest } from "next/server";
import { afterAll, beforeAll, expect, it } from "vitest";
import { GET as getRawEvent } from "@/app/api/v1/raw-events/[id]/route";
import type { TestUser } from "../../support/supabase.ts";
import { startPostsWorld } from "./world.ts";

// Order, blanks and digits that reading and writing again would lose.
const PAYLOAD = '{"z": 1,  "a": 9007199254740993, "a": 2}';

let world: Awaited<ReturnType<typeof startPostsWorld>>;
let ada: TestUser;
let event: string;

beforeAll(async () => {
  world = await startPostsWorld();
  ada = await world.supabase.createUser("ada");
  const [made] = await world.supabase.sql<{ id: string }>(
    `insert into public.raw_events (workspace_id, source, run_ref, is_simulated, payload, payload_hash)
     values ($1, 'youtube_data', 'run:1', false, $2::text::json, sha256(convert_to($2::text, 'UTF8'))) returning id`,
    [ada.workspaceId, PAYLOAD],
  );
  event = made?.id ?? "";
});
afterAll(() => world.stop());

function download(user: TestUser, workspaceId = user.workspaceId) {
  const request = new NextRequest(`http://app.test/api/v1/raw-events/${event}`, {
    headers: { authorization: `Bearer ${user.accessToken}`, "x-workspace-id": workspaceId },
  });
  return getRawEvent(request, { params: Promise.resolve({ id: event }) });
}

it("gives an admin what the provider sent, to the letter, as a file", async () => {
  const answer = await download(ada);
  expect(answer.headers.get("content-disposition")).toContain(`youtube_data_${event}.json`);
  expect(await answer.text()).toBe(PAYLOAD);
});

it("does not exist for those who are no admins of its workspace", async () => {
  const bob = await world.supabase.createUser("bob");
  expect((await download(bob)).status).toBe(404);
  await world.supabase.addMember(ada.workspaceId, bob, "member");
  expect((await download(bob, ada.workspaceId)).status).toBe(404);
  // An owner of another workspace, who is a member of this one.
  expect((await download(bob)).status).toBe(404);
  await world.supabase.addMember(ada.workspaceId, bob, "admin");
  expect((await download(bob, ada.workspaceId)).status).toBe(200);
});
