-- The samples: a cohort as an agency of mid size would see it. Made from a
-- counter alone, so that they are the same everywhere and always.
create function private.spread(seed int) returns double precision
language sql immutable
set search_path = ''
as $$ select (('x' || substr(md5('sample ' || seed), 1, 8))::bit(32)::bigint + 0.5) / 4294967296 $$;
comment on function private.spread is 'A number between 0 and 1, the same for the same seed: for the samples.';

with maker (id, platform, definition, handle, usual) as (
  values
    (0, 'instagram'::public.platform, 'apify_instagram.v1', 'sample.bakery', 9000),
    (1, 'instagram', 'apify_instagram.v1', 'sample.trails', 21000),
    (2, 'instagram', 'apify_instagram.v1', 'sample.pottery', 4200),
    (3, 'instagram', 'apify_instagram.v1', 'sample.night.kitchen', 15500),
    (4, 'tiktok', 'apify_tiktok.v1', 'sample.repairs', 48000),
    (5, 'tiktok', 'apify_tiktok.v1', 'sample.balcony.garden', 12500),
    (6, 'tiktok', 'apify_tiktok.v1', 'sample.chess.club', 30000),
    (7, 'youtube', 'youtube_data.2026-08-27', 'sample.telescope', 26000),
    (8, 'youtube', 'youtube_data.2026-08-27', 'sample.woodshop', 8000)
), about (id, words) as (
  values (0, 'The part that everybody skips'), (1, 'Three mistakes in one minute'), (2, 'From morning to evening'),
    (3, 'What it looked like before'), (4, 'An answer to your question'), (5, 'The same thing, cheaper'),
    (6, 'Slowly, with sound'), (7, 'Why it broke'), (8, 'First try against hundredth try'), (9, 'What is in the box'),
    (10, 'A year in thirty seconds'), (11, 'The one tool I would keep')
), made as (
  select n, maker.*, about.words,
    -- Half of them lie within the last week.
    case when private.spread(n * 7) < 0.5 then private.spread(n * 7 + 1) * 6.9 + 0.05 else 7 + private.spread(n * 7 + 1) * 82 end as age_days,
    exp((private.spread(n * 7 + 2) + private.spread(n * 7 + 3) + private.spread(n * 7 + 4) - 1.5) * 1.9) as luck,
    0.008 + private.spread(n * 7 + 5) ^ 2 * 0.11 as rate,
    private.spread(n * 7 + 6) as draw
  from generate_series(1, 640) as n
  join maker on maker.id = floor(private.spread(n * 7 + 700000) * 9)
  join about on about.id = n % 12
), counted as (
  select *,
    round(usual * luck * (1 - exp(-age_days / 1.6)) * case when draw > 0.96 then 16 when draw > 0.92 then 5 else 1 end)::bigint as views,
    rate * luck ^ 0.3 * case when draw > 0.96 then 2.6 when draw > 0.92 then 1.6 else 1 end as engaged
  from made
)
insert into public.sample_reels (id, platform, definition, author_handle, title, caption, published_at, captured_at, views, likes, comments, shares)
select n, platform, definition, handle, words, words || ' #sample #' || replace(split_part(handle, '.', 2), '.', ''),
  timestamptz '2026-11-01 12:00+00' - make_interval(secs => age_days * 86400), '2026-11-01 12:00+00', views,
  case when n % 41 = 0 then null else round(views * engaged * 0.82)::bigint end,
  round(views * engaged * 0.11)::bigint,
  case when platform = 'youtube' then null else round(views * engaged * 0.07)::bigint end
from counted;
