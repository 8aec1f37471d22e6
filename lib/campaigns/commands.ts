import "server-only";
import { added } from "@/lib/campaigns/answers";
import { requireCampaign } from "@/lib/campaigns/queries";
import { readCampaignLinks } from "@/lib/campaigns/read-links";
import type { AddBody, CampaignChanges, NewCampaign } from "@/lib/campaigns/schema";
import type { Scope } from "@/lib/supabase/server";
import { unwrap } from "@/lib/supabase/unwrap";

/** Makes a campaign. Returns its id. */
export async function createCampaign({ db, workspaceId }: Scope, fields: NewCampaign) {
  return unwrap(await db.rpc("create_campaign", { workspace: workspaceId, fields: sent(fields) }));
}

/** Changes what is given of it. */
export async function changeCampaign(scope: Scope, id: string, changes: CampaignChanges) {
  await requireCampaign(scope, id);
  unwrap(await scope.db.rpc("change_campaign", { campaign: id, fields: sent(changes) }));
}

/** Deletes a campaign and its prices. With posts in it, its name must be given. */
export async function deleteCampaign(scope: Scope, id: string, typed: string | undefined) {
  await requireCampaign(scope, id);
  const confirmation = typed === undefined ? {} : { typed_name: typed };
  unwrap(await scope.db.rpc("delete_campaign", { campaign: id, ...confirmation }));
}

export type Added = {
  added: number;
  /** Were in it before. */
  already: number;
  /** Links of posts that the workspace does not know: an upload would measure them. */
  unknown: string[];
  /** Links that mean no post, each with the reason. */
  refused: { link: string; why: string }[];
  /** Numbers that are no posts of this workspace. */
  unknown_posts: number;
};

/** Adds posts by their numbers, by links, or all that a job found. */
export async function addPosts(scope: Scope, id: string, body: AddBody): Promise<Added> {
  await requireCampaign(scope, id);
  const { db } = scope;
  const none = { unknown: [], refused: [], unknown_posts: 0 };
  if (body.job !== undefined) {
    const answer = unwrap(await db.rpc("add_campaign_job", { campaign: id, job: body.job }));
    const { added: count, already } = added.parse(answer);
    return { ...none, added: count, already };
  }
  if (body.posts !== undefined) {
    const answer = unwrap(await db.rpc("add_campaign_posts", { campaign: id, posts: body.posts }));
    const { added: count, already, unknown } = added.parse(answer);
    return { ...none, added: count, already, unknown_posts: Number(unknown) };
  }
  const { read, refused } = readCampaignLinks(body.links ?? []);
  const answer = unwrap(await db.rpc("add_campaign_links", { campaign: id, links: read }));
  const { added: count, already, unknown } = added.parse(answer);
  const places = new Set([unknown].flat());
  const missing = read.filter(({ place }) => places.has(place)).map(({ url }) => url);
  return { ...none, added: count, already, unknown: [...new Set(missing)], refused };
}

/** Takes posts out of a campaign. Returns how many were in it. */
export async function removePosts(scope: Scope, id: string, posts: number[]) {
  await requireCampaign(scope, id);
  return unwrap(await scope.db.rpc("remove_campaign_posts", { campaign: id, posts }));
}

/** Says what a post cost; null: not known. Returns it as it is kept, decimal text. */
export async function setPrice(scope: Scope, id: string, post: number, price: string | null) {
  await requireCampaign(scope, id);
  const answer = await scope.db.rpc("set_campaign_price", {
    campaign: id,
    post,
    price: price ?? "",
  });
  // safe because the function returns null for no price, which the generated type does not know
  return unwrap(answer) as string | null;
}

/** As JSON sends it: what was not given is not there. */
function sent(fields: CampaignChanges) {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
