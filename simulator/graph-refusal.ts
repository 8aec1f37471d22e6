import { randomBytes } from "node:crypto";
import type { Wording } from "./fault-answers.ts";

/** An error as the Graph API words it: what ends a call, or one item of a batch. */
export class GraphRefusal extends Error {
  readonly code: number;
  readonly subcode: number | undefined;

  constructor(code: number, message: string, subcode?: number) {
    super(message);
    this.code = code;
    this.subcode = subcode;
  }

  answer() {
    const { code, message, subcode } = this;
    return {
      status: HTTP_STATUS[code] ?? 400,
      body: {
        error: {
          message,
          type: "OAuthException",
          code,
          ...(subcode !== undefined && { error_subcode: subcode }),
          fbtrace_id: `A${randomBytes(8).toString("base64url")}`,
        },
      },
    };
  }
}

// By no rule: clients have to look at the code.
const HTTP_STATUS: Record<number, number> = { 1: 500, 2: 500, 4: 403, 10: 403, 190: 401, 200: 403 };

export const graphWording: Wording = (kind) => {
  switch (kind) {
    case "429":
      return new GraphRefusal(
        613,
        "(#613) Calls to this api have exceeded the rate limit.",
      ).answer();
    case "5xx":
      return new GraphRefusal(2, "(#2) Service temporarily unavailable").answer();
    case "quota":
      return appLimitReached().answer();
    case "expired_token":
      return expired().answer();
  }
};

export const appLimitReached = () => new GraphRefusal(4, "(#4) Application request limit reached");

export const expired = () =>
  new GraphRefusal(190, "Error validating access token: Session has expired.", 463);

/** Deleted, never there, or not for this token to see. */
export const noSuchObject = (id: string) =>
  new GraphRefusal(
    100,
    `Unsupported get request. Object with ID '${id}' does not exist, cannot be loaded due to missing permissions, or does not support this operation.`,
    33,
  );

export const noSuchField = (name: string, type: string) =>
  new GraphRefusal(
    100,
    `(#100) Tried accessing nonexisting field (${name}) on node type (${type})`,
  );
