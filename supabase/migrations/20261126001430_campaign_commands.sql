-- Changing campaigns. Members and above; nobody writes the tables directly.
create function private.my_campaign(campaign uuid) returns public.campaigns
language plpgsql
set search_path = ''
as $$
declare
  found_campaign public.campaigns;
begin
  select * into found_campaign from public.campaigns where id = campaign and private.my_role(workspace_id) is not null for update;
  if not found then
    perform private.fail(404, 'There is no such campaign in your workspaces. It may have been deleted.');
  end if;
  perform private.require_role(found_campaign.workspace_id, 'member');
  return found_campaign;
end
$$;
comment on function private.my_campaign is 'The campaign, locked, if the caller may change it. Raises 404 or 403.';

create function private.checked_campaign(fields jsonb) returns void
language plpgsql stable
set search_path = ''
as $$
begin
  if fields ? 'name' and char_length(btrim(coalesce(fields ->> 'name', ''))) between 1 and 120 is not true then
    perform private.fail(422, format('name: found %s characters, expected 1 to 120.', char_length(btrim(coalesce(fields ->> 'name', '')))));
  end if;
  if fields ? 'state' and coalesce(fields ->> 'state', '') <> all (enum_range(null::public.campaign_state)::text[]) then
    perform private.fail(422, format('state: found %s, expected active, live or archived.', coalesce(fields ->> 'state', 'nothing')));
  end if;
  if fields ? 'currency' and coalesce(fields ->> 'currency', '') !~ '^[A-Z]{3}$' then
    perform private.fail(422, format('currency: found %s, expected a code of three letters such as USD or EUR.', coalesce(fields ->> 'currency', 'nothing')));
  end if;
  if char_length(fields ->> 'note') > 2000 then
    perform private.fail(422, format('note: found %s characters, expected at most 2,000.', char_length(fields ->> 'note')));
  end if;
end
$$;
comment on function private.checked_campaign is 'Raises 422 with what was found and expected.';

create function private.require_campaign_days(starts_on date, ends_on date) returns void
language plpgsql stable
set search_path = ''
as $$
begin
  if ends_on < starts_on then
    perform private.fail(422, format('ends_on: found %s, expected a day that is not before the start, %s.', ends_on, starts_on));
  end if;
end
$$;

create function private.create_campaign(workspace uuid, fields jsonb) returns uuid
language plpgsql security definer
set search_path = ''
as $$
declare
  made uuid;
begin
  perform private.require_role(workspace, 'member');
  perform private.checked_campaign(jsonb_build_object('name', null) || fields);
  perform private.require_campaign_days((fields ->> 'starts_on')::date, (fields ->> 'ends_on')::date);
  insert into public.campaigns (workspace_id, name, state, currency, note, starts_on, ends_on, made_by)
  values (workspace, btrim(fields ->> 'name'), coalesce((fields ->> 'state')::public.campaign_state, 'active'),
    coalesce(fields ->> 'currency', 'USD'), nullif(btrim(fields ->> 'note'), ''), (fields ->> 'starts_on')::date,
    (fields ->> 'ends_on')::date, auth.uid())
  returning id into made;
  return made;
end
$$;
comment on function private.create_campaign is 'Definer: nobody inserts campaigns directly. See public.create_campaign.';

create function private.change_campaign(campaign uuid, fields jsonb) returns void
language plpgsql security definer
set search_path = ''
as $$
declare
  current constant public.campaigns := private.my_campaign(campaign);
  priced constant bigint := (select count(c.price) from public.campaign_posts as c where c.campaign_id = campaign);
begin
  perform private.checked_campaign(fields);
  if fields ? 'currency' and fields ->> 'currency' <> current.currency and priced > 0 then
    perform private.fail(409, format('currency: %s prices of this campaign are in %s, and would mean something else in %s. Take the prices away first, or make another campaign.',
      priced, current.currency, fields ->> 'currency'));
  end if;
  perform private.require_campaign_days(
    case when fields ? 'starts_on' then (fields ->> 'starts_on')::date else current.starts_on end,
    case when fields ? 'ends_on' then (fields ->> 'ends_on')::date else current.ends_on end);
  update public.campaigns set
    name = coalesce(btrim(fields ->> 'name'), name),
    state = coalesce((fields ->> 'state')::public.campaign_state, state),
    currency = coalesce(fields ->> 'currency', currency),
    note = case when fields ? 'note' then nullif(btrim(fields ->> 'note'), '') else note end,
    starts_on = case when fields ? 'starts_on' then (fields ->> 'starts_on')::date else starts_on end,
    ends_on = case when fields ? 'ends_on' then (fields ->> 'ends_on')::date else ends_on end,
    updated_at = now()
  where id = campaign;
end
$$;
comment on function private.change_campaign is 'Definer: nobody updates campaigns directly. See public.change_campaign.';

create function private.delete_campaign(campaign uuid, typed_name text) returns void
language plpgsql security definer
set search_path = ''
as $$
declare
  current constant public.campaigns := private.my_campaign(campaign);
begin
  if typed_name is distinct from current.name and exists (select from public.campaign_posts where campaign_id = campaign) then
    perform private.fail(422, format('confirmation: found "%s", expected the name of the campaign, "%s", because it has posts.', typed_name, current.name));
  end if;
  delete from public.campaigns where id = campaign;
end
$$;
comment on function private.delete_campaign is 'Definer: nobody deletes campaigns directly. See public.delete_campaign.';

create function private.add_campaign_posts(campaign uuid, posts bigint[]) returns jsonb
language plpgsql security definer
set search_path = ''
as $$
declare
  home constant public.campaigns := private.my_campaign(campaign);
  most constant int := 10000;
  known bigint[];
  added int;
begin
  known := array(select p.id from public.posts as p where p.workspace_id = home.workspace_id and p.id = any (posts) order by p.id);
  insert into public.campaign_posts (workspace_id, campaign_id, post_id, added_by)
  select home.workspace_id, campaign, k.id, auth.uid() from unnest(known) as k (id)
  on conflict do nothing;
  get diagnostics added = row_count;
  if (select count(*) from public.campaign_posts as c where c.campaign_id = campaign) > most then
    perform private.fail(422, format('posts: a campaign has at most %s. Nothing was added; make another campaign for the rest.', to_char(most, 'FM999,999')));
  end if;
  if added > 0 then
    update public.campaigns set updated_at = now() where id = campaign;
  end if;
  return jsonb_build_object('added', added, 'already', cardinality(known) - added,
    'unknown', (select count(distinct asked.id) from unnest(posts) as asked (id) where asked.id <> all (known)));
end
$$;
comment on function private.add_campaign_posts is 'Definer: nobody inserts campaign posts directly. See public.add_campaign_posts.';

create function private.add_campaign_links(campaign uuid, links jsonb) returns jsonb
language plpgsql security definer
set search_path = ''
as $$
declare
  home constant public.campaigns := private.my_campaign(campaign);
  known jsonb;
begin
  select jsonb_build_object('ids', coalesce(jsonb_agg(distinct p.id) filter (where p.id is not null), '[]'),
    'unknown', coalesce(jsonb_agg(l.place order by l.place) filter (where p.id is null), '[]'))
  into known
  from jsonb_to_recordset(links) as l (place int, platform public.platform, external_id text)
  left join public.posts as p on p.workspace_id = home.workspace_id and p.platform = l.platform and p.external_id = l.external_id;
  return private.add_campaign_posts(campaign, array(select jsonb_array_elements_text(known -> 'ids')::bigint))
    || jsonb_build_object('unknown', known -> 'unknown');
end
$$;
comment on function private.add_campaign_links is 'Definer: as add_campaign_posts.';

create function private.add_campaign_job(campaign uuid, job uuid) returns jsonb
language plpgsql security definer
set search_path = ''
as $$
declare
  home constant public.campaigns := private.my_campaign(campaign);
  posts bigint[];
begin
  if not exists (select from public.jobs as j where j.id = job and j.workspace_id = home.workspace_id) then
    perform private.fail(404, 'There is no such job in the workspace of this campaign.');
  end if;
  posts := array(select distinct r.post_id from public.job_rows as r
    where r.workspace_id = home.workspace_id and r.job_id = job and r.status = 'succeeded' and r.post_id is not null);
  if cardinality(posts) = 0 then
    perform private.fail(409, 'No row of this job has succeeded yet, so it has no post to add. Wait until it is done, or retry its failed rows.');
  end if;
  return private.add_campaign_posts(campaign, posts);
end
$$;
comment on function private.add_campaign_job is 'Definer: as add_campaign_posts.';

create function private.remove_campaign_posts(campaign uuid, posts bigint[]) returns int
language plpgsql security definer
set search_path = ''
as $$
declare
  removed int;
begin
  perform private.my_campaign(campaign);
  delete from public.campaign_posts as c where c.campaign_id = campaign and c.post_id = any (posts);
  get diagnostics removed = row_count;
  if removed > 0 then
    update public.campaigns set updated_at = now() where id = campaign;
  end if;
  return removed;
end
$$;
comment on function private.remove_campaign_posts is 'Definer: nobody deletes campaign posts directly. See public.remove_campaign_posts.';

create function private.set_campaign_price(campaign uuid, post bigint, price text) returns text
language plpgsql security definer
set search_path = ''
as $$
declare
  asked constant text := nullif(btrim(price), '');
  kept text;
begin
  perform private.my_campaign(campaign);
  if asked !~ '^\d{1,10}(\.\d{1,4})?$' then
    perform private.fail(422, format('price: found %s, expected a number from 0 to 9999999999 with at most 4 decimals, such as 12.50, or nothing.', left(asked, 40)));
  end if;
  update public.campaign_posts as c set price = asked::numeric where c.campaign_id = campaign and c.post_id = set_campaign_price.post
  returning trim_scale(c.price)::text into kept;
  if not found then
    perform private.fail(404, 'This post is not in the campaign any more. Load the page again.');
  end if;
  update public.campaigns set updated_at = now() where id = campaign;
  return kept;
end
$$;
comment on function private.set_campaign_price is 'Definer: nobody updates campaign posts directly. See public.set_campaign_price.';

create function public.create_campaign(workspace uuid, fields jsonb) returns uuid
language sql set search_path = '' as $$ select private.create_campaign(workspace, fields) $$;
comment on function public.create_campaign is
  'Makes a campaign from {name, state, currency, note, starts_on, ends_on}, all but the name optional. Returns its id. 403, 404 or 422 with a sentence.';
create function public.change_campaign(campaign uuid, fields jsonb) returns void
language sql set search_path = '' as $$ select private.change_campaign(campaign, fields) $$;
comment on function public.change_campaign is
  'Changes what is given of {name, state, currency, note, starts_on, ends_on}; null takes note and days away. 409 for another currency while there are prices.';
create function public.delete_campaign(campaign uuid, typed_name text default null) returns void
language sql set search_path = '' as $$ select private.delete_campaign(campaign, typed_name) $$;
comment on function public.delete_campaign is 'Deletes a campaign with its prices; its name must be given when it has posts. The posts and their numbers stay.';
create function public.add_campaign_posts(campaign uuid, posts bigint[]) returns jsonb
language sql set search_path = '' as $$ select private.add_campaign_posts(campaign, posts) $$;
comment on function public.add_campaign_posts is 'Adds posts of the workspace: {added, already, unknown: how many are no posts of it}. 422 beyond 10,000.';
create function public.add_campaign_links(campaign uuid, links jsonb) returns jsonb
language sql set search_path = '' as $$ select private.add_campaign_links(campaign, links) $$;
comment on function public.add_campaign_links is
  'Adds the posts of the workspace that [{place, platform, external_id}] mean: {added, already, unknown: the places of those it does not know}.';
create function public.add_campaign_job(campaign uuid, job uuid) returns jsonb
language sql set search_path = '' as $$ select private.add_campaign_job(campaign, job) $$;
comment on function public.add_campaign_job is 'Adds the posts of all succeeded rows of a job: {added, already, unknown}. 404 for a job of another workspace, 409 for one without results.';
create function public.remove_campaign_posts(campaign uuid, posts bigint[]) returns int
language sql set search_path = '' as $$ select private.remove_campaign_posts(campaign, posts) $$;
comment on function public.remove_campaign_posts is 'Takes posts out of a campaign, their prices with them. Returns how many. The posts stay.';
create function public.set_campaign_price(campaign uuid, post bigint, price text) returns text
language sql set search_path = '' as $$ select private.set_campaign_price(campaign, post, price) $$;
comment on function public.set_campaign_price is
  'Says what a post cost in the campaign''s currency; null or blank: not known. Decimal text, so that no digit is lost; returns it as kept. The last one to say it is right.';

grant execute on function
  private.create_campaign, private.change_campaign, private.delete_campaign, private.add_campaign_posts, private.add_campaign_links,
  private.add_campaign_job, private.remove_campaign_posts, private.set_campaign_price,
  public.create_campaign, public.change_campaign, public.delete_campaign, public.add_campaign_posts, public.add_campaign_links,
  public.add_campaign_job, public.remove_campaign_posts, public.set_campaign_price
  to authenticated;

create function public.campaign_choices(workspace uuid, post bigint default null) returns json
language sql stable
set search_path = ''
as $$
  select coalesce(json_agg(json_build_object('id', c.id, 'name', c.name, 'state', c.state, 'has_post', exists (
      select from public.campaign_posts as p where p.campaign_id = c.id and p.post_id = post)) order by c.updated_at desc, c.id), '[]')
  from (select * from public.campaigns as k where k.workspace_id = workspace and k.state <> 'archived' order by k.updated_at desc, k.id limit 50) as c
$$;
comment on function public.campaign_choices is 'The campaigns that posts are added to, most recently changed first, at most 50, none that is archived: [{id, name, state, has_post}].';
grant execute on function public.campaign_choices to authenticated;
