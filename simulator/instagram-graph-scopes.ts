/** The same permissions by another name at each host. */
export const MEDIA_SCOPES = {
  facebook: {
    basic: "instagram_basic",
    insights: "instagram_manage_insights",
    comments: "instagram_manage_comments",
  },
  instagram: {
    basic: "instagram_business_basic",
    insights: "instagram_business_manage_insights",
    comments: "instagram_business_manage_comments",
  },
};
