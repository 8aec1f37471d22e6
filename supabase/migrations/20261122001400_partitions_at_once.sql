-- Two deliveries of the daily cron may meet at the turn of a month: both saw that
-- the new partition was missing, and the second could not make it any more.
-- Whoever comes second now waits, and finds it made.
-- Definer: partitions belong to the owner of the table.
create or replace function private.ensure_partitions(months_ahead int default 2) returns int
language plpgsql security definer
set search_path = ''
as $$
declare
  month date;
  made int := 0;
begin
  perform pg_advisory_xact_lock(hashtextextended('partitions of post_metrics', 0));
  for month in
    select generate_series(
      date_trunc('month', now() at time zone 'UTC'),
      date_trunc('month', now() at time zone 'UTC') + make_interval(months => months_ahead),
      interval '1 month')::date
  loop
    if to_regclass(format('partitions.post_metrics_%s', to_char(month, 'YYYY_MM'))) is null then
      execute format(
        'create table partitions.post_metrics_%s partition of public.post_metrics for values from (%L) to (%L)',
        to_char(month, 'YYYY_MM'), month::text || ' 00:00+00', (month + interval '1 month')::date::text || ' 00:00+00');
      -- Row triggers come down from the parent, this one does not.
      execute format(
        'create trigger no_truncate before truncate on partitions.post_metrics_%s for each statement execute function private.refuse_change()',
        to_char(month, 'YYYY_MM'));
      made := made + 1;
    end if;
  end loop;
  return made;
end
$$;
