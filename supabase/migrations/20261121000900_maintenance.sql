-- What the daily cron needs to know and do.
create function public.maintain() returns jsonb
language sql
set search_path = ''
as $$
  select jsonb_build_object(
    'partitions', private.ensure_partitions(),
    'uploads', coalesce((
      select jsonb_agg(name) from (
        select name from storage.objects
        where bucket_id = 'uploads' and created_at < now() - interval '1 day'
        limit 500) as old), '[]'))
$$;
comment on function public.maintain is
  'Makes the coming months'' partitions and names the uploads of more than a day ago: {partitions, uploads}. For the cron.';
grant execute on function public.maintain to service_role;
