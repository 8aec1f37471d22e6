import { cache } from "react";
import { findCampaign } from "@/lib/campaigns/queries";

/** The campaign, asked for once by the page and its title. */
export const readCampaign = cache(findCampaign);
