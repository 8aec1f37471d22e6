-- The dashboard's own functions say all that it said, with the period and the one before.
drop function public.workspace_overview(uuid);
