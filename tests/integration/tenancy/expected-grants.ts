// Everything that anonymous visitors, signed-in people and everybody (PUBLIC) may do in our schemas.
const FILTER = "uuid, text, platform, text, text";
const PAGE = `${FILTER}, text, boolean, integer, integer`;

const people = (right: string, objects: string[]) =>
  objects.map((object) => `authenticated ${right} ${object}`);

export const EXPECTED_GRANTS = [
  "PUBLIC usage schema public",
  "anon usage schema public",
  ...people("usage", ["schema private", "schema public"]),
  ...people("select", [
    "job_lanes",
    "job_rejections",
    "job_results",
    "job_rows",
    "jobs",
    "metric_definitions",
    "post_latest",
    "post_metrics",
    "posts",
    "profiles",
    "raw_events",
    "workspace_members",
    "workspaces",
  ]),
  ...people("update", [
    "profiles.active_workspace_id",
    "workspace_members.role",
    "workspaces.name",
    "workspaces.time_zone",
  ]),
  ...people("delete", ["workspace_members", "workspaces"]),
  ...people("execute", [
    "add_member(uuid, text, workspace_role)",
    "cancel_job(uuid)",
    `count_job_results(${FILTER})`,
    "create_job(jsonb)",
    "create_workspace(text)",
    "delete_job(uuid)",
    `export_job_results(${PAGE}, integer, integer)`,
    `find_job_results(${PAGE}, integer, integer)`,
    "job_progress(uuid)",
    `list_job_results(${PAGE})`,
    "list_jobs(uuid, text, job_status, integer, integer)",
    "my_scope(uuid)",
    "rerun_job(uuid)",
    "retry_job(uuid, integer[])",
    "run_job(uuid)",
    "workspace_overview(uuid)",
    // Not exposed: what policies and the functions above call.
    "private.add_member(uuid, text, workspace_role)",
    "private.cancel_job(uuid)",
    "private.create_job(jsonb)",
    "private.create_my_workspace(text)",
    "private.delete_job(uuid)",
    "private.fail(integer, text)",
    "private.job_result_conditions(text, platform, text, text, integer, integer)",
    "private.like_pattern(text)",
    "private.my_people()",
    "private.my_role(uuid)",
    "private.my_upload_folders()",
    "private.my_workspaces()",
    "private.require_role(uuid, workspace_role)",
    "private.rerun_job(uuid)",
    "private.retry_job(uuid, integer[])",
    "private.run_job(uuid)",
  ]),
];
