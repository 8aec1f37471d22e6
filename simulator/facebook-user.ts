import { linkedTo, pageAccount } from "./graph-accounts.ts";
import { type GraphObject, listEdge, need, type View } from "./graph-objects.ts";
import type { Sessions } from "./graph-sessions.ts";

export const USER_ID = "10000000000000001";
const TASKS = ["ADVERTISE", "ANALYZE", "CREATE_CONTENT", "MESSAGING", "MODERATE", "MANAGE"];

/** The person who signed in: their Pages and what they allowed. */
export function userObject(view: View, sessions: Sessions): GraphObject {
  const pages = view.token.accounts.filter(({ platform }) => platform === "facebook");
  return {
    owner: null,
    node: { type: "User", fields: { id: () => USER_ID, name: () => "Sam Simulator" } },
    edges: {
      permissions: () => ({
        data: view.token.scopes.map((permission) => ({ permission, status: "granted" })),
      }),
      accounts: (ask) => {
        need(view, "pages_show_list", 200);
        return listEdge(view, {
          all: () => pages,
          idOf: ({ id }) => id,
          nodeOf(page) {
            const { node } = pageAccount(view, page);
            const linked = linkedTo(page, view);
            const accounts = linked ? [page, linked] : [page];
            const pageToken = () => sessions.pageToken(view.token, page.id, accounts).accessToken;
            return {
              type: "Page",
              fields: { ...node.fields, tasks: () => TASKS, access_token: pageToken },
            };
          },
          usual: 25,
          most: 100,
          defaults: ["access_token", "category", "name", "id", "tasks"],
        })(ask);
      },
    },
  };
}
