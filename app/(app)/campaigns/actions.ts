"use server";

import type { Route } from "next";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { campaignHref } from "@/components/campaigns/campaigns-address";
import { userAction } from "@/lib/api/action";
import {
  addPosts,
  changeCampaign,
  createCampaign,
  deleteCampaign,
  removePosts,
} from "@/lib/campaigns/commands";
import { campaignId, deleteBody, newCampaign } from "@/lib/campaigns/schema";
import { CAMPAIGN_STATES } from "@/lib/campaigns/states";
import { counted } from "@/lib/format/count";

export const createCampaignAction = userAction(newCampaign, async ({ scope, input }) => {
  const id = await createCampaign(scope, input);
  revalidatePath("/campaigns");
  // safe because it is the new campaign's own page
  redirect(campaignHref(id) as Route);
});

export const changeCampaignAction = userAction(
  campaignId.and(newCampaign),
  async ({ scope, input: { id, ...fields } }) => {
    await changeCampaign(scope, id, fields);
    revalidatePath(`/campaigns/${id}`);
    return undefined;
  },
);

const stateChoice = campaignId.extend({ state: z.enum(CAMPAIGN_STATES) });

export const setStateAction = userAction(stateChoice, async ({ scope, input: { id, state } }) => {
  await changeCampaign(scope, id, { state });
  revalidatePath(`/campaigns/${id}`);
  return undefined;
});

export const deleteCampaignAction = userAction(
  campaignId.and(deleteBody),
  async ({ scope, input: { id, confirmation } }) => {
    await deleteCampaign(scope, id, confirmation);
    revalidatePath("/campaigns");
    redirect("/campaigns");
  },
);

const postChoice = campaignId.extend({ post: z.coerce.number().int().positive() });

export const removePostAction = userAction(postChoice, async ({ scope, input: { id, post } }) => {
  await removePosts(scope, id, [post]);
  revalidatePath(`/campaigns/${id}`);
  return undefined;
});

const jobChoice = campaignId.extend({ job: z.uuid() });

export const addJobAction = userAction(jobChoice, async ({ scope, input: { id, job } }) => {
  const { added, already } = await addPosts(scope, id, { job });
  revalidatePath(`/campaigns/${id}`);
  const before = already > 0 ? ` ${counted(already, "was", "were")} in it already.` : "";
  return `${counted(added, "post")} added.${before}`;
});
