const MOMENTS = "timestamp with time zone, timestamp with time zone";

/** What signed-in people may read of hashtags, comments, and people who write and engage. */
export const CONVERSATION_TABLES = [
  "comment_threads",
  "comments",
  "engagement_totals",
  "engagements",
  "hashtags",
  "people",
  "post_hashtags",
];

export const CONVERSATION_FUNCTIONS = [
  "comment_depth(uuid, bigint)",
  `comment_depths(uuid, platform, ${MOMENTS})`,
  "comment_tree(uuid, bigint, integer, integer)",
  "growing_hashtags(uuid, integer, integer, platform, boolean)",
  `hashtag_recommendations(uuid, text, double precision, integer, platform, ${MOMENTS})`,
  "hashtag_status(uuid)",
  "hashtag_trending(uuid, integer, integer, platform)",
  "import_engagements(uuid, jsonb, text)",
  "sync_hashtags(uuid, integer)",
  `top_hashtags(uuid, integer, platform, ${MOMENTS})`,
  `top_people(uuid, integer, text, platform, ${MOMENTS})`,
  "viral_chain(uuid, bigint)",
  `viral_chains(uuid, integer, bigint, platform, ${MOMENTS}, integer, integer)`,
  // Not exposed: what the functions above call.
  "private.fold(text)",
  "private.import_engagements(uuid, text, jsonb)",
  "private.person_key(text, text, text)",
  "private.require_between(text, numeric, numeric, numeric)",
  "private.require_post(uuid, bigint)",
  "private.sync_hashtags(uuid, integer)",
];
