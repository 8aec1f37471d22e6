import { NextRequest } from "next/server.js";
import type { loadRoutes } from "../routes/route-files.ts";

type Routes = Awaited<ReturnType<typeof loadRoutes>>;
type Ask = { body?: object; workspace?: string; search?: string };

/** Calls endpoints as somebody with an access token. */
export function sampleCaller(routes: Routes) {
  return async (
    user: { accessToken: string },
    route: string,
    { body, workspace, search = "" }: Ask,
  ) => {
    const [method = "", path = ""] = route.split(" ");
    const handler = routes.get(route);
    if (!handler) throw new Error(`There is no ${route}.`);
    const answer = await handler(
      new NextRequest(`http://app.test${path}${search}`, {
        method,
        headers: {
          host: "app.test",
          "content-type": "application/json",
          authorization: `Bearer ${user.accessToken}`,
          ...(workspace && { "x-workspace-id": workspace }),
        },
        ...(body && { body: JSON.stringify(body) }),
      }),
      { params: Promise.resolve({}) },
    );
    const text = await answer.text();
    // safe because these endpoints answer with an object
    return { status: answer.status, text, json: JSON.parse(text) as Record<string, unknown> };
  };
}
