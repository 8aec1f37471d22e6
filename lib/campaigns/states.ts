/** Apart from the schemas, so that what runs in a browser can have it without them. */
export const CAMPAIGN_STATES = ["active", "live", "archived"] as const;
export type CampaignState = (typeof CAMPAIGN_STATES)[number];
