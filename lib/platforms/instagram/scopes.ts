import type { Scope } from "../connected.ts";

export const INSTAGRAM_SCOPES: Scope[] = [
  {
    id: "instagram_business_basic",
    gives: "Your professional account, its posts, and their likes and comments.",
    required: true,
  },
  {
    id: "instagram_business_manage_insights",
    gives: "Views, reach, shares and saves of your posts.",
    required: false,
  },
  {
    id: "instagram_business_manage_comments",
    gives: "What the comments on your posts say, and who wrote them.",
    required: false,
  },
];
