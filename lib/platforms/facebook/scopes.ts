import type { Scope } from "../connected.ts";

const PAGES: Scope[] = [
  { id: "pages_show_list", gives: "The list of the Pages that you manage.", required: true },
  {
    id: "pages_read_engagement",
    gives: "The posts of your Pages, and who shared them how often.",
    required: true,
  },
];

export const FACEBOOK_SCOPES: Scope[] = [
  ...PAGES,
  { id: "read_insights", gives: "Views, viewers and clicks of your posts.", required: false },
  {
    id: "pages_read_user_content",
    gives: "Reactions and comments on your posts, and what the comments say.",
    required: false,
  },
];

/** Instagram by Facebook Login: the account is reached through its Page. */
export const INSTAGRAM_PAGE_SCOPES: Scope[] = [
  ...PAGES,
  {
    id: "instagram_basic",
    gives: "Your professional account, its posts, and their likes and comments.",
    required: true,
  },
  {
    id: "instagram_manage_insights",
    gives: "Views, reach, shares and saves of your posts.",
    required: false,
  },
  {
    id: "instagram_manage_comments",
    gives: "What the comments on your posts say, and who wrote them.",
    required: false,
  },
];
