-- A post that goes takes its events along: without an index that holds all of a post's, each
-- removed post would read the whole table.
drop index public.engagements_comment_idx;
create index engagements_post_idx on public.engagements (workspace_id, post_id, comment_id);
