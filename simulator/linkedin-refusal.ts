import type { Wording } from "./fault-answers.ts";

/** A refusal in LinkedIn's words. */
export class LinkedinRefusal extends Error {
  readonly status: number;
  readonly more: Record<string, unknown>;

  constructor(status: number, message: string, more: Record<string, unknown> = {}) {
    super(message);
    this.status = status;
    this.more = more;
  }

  answer() {
    const { status, message, more } = this;
    return { status, body: { status, ...more, message } };
  }
}

export const linkedinWording: Wording = (kind) => {
  switch (kind) {
    case "429":
    case "quota":
      // Without Retry-After: until midnight UTC.
      return new LinkedinRefusal(
        429,
        "Resource level throttle APPLICATION DAY limit for calls to this resource is reached.",
        { serviceErrorCode: 101, code: "TOO_MANY_REQUESTS" },
      ).answer();
    case "5xx":
      return new LinkedinRefusal(500, "Internal Server Error").answer();
    case "expired_token":
      return unauthorized("expired").answer();
  }
};

type Dead = "missing" | "unknown" | "expired" | "revoked" | "password_changed";

export function unauthorized(why: Dead): LinkedinRefusal {
  switch (why) {
    case "missing":
    case "unknown":
      return new LinkedinRefusal(401, "Invalid access token", {
        serviceErrorCode: 65600,
        code: "INVALID_ACCESS_TOKEN",
      });
    case "revoked":
    case "password_changed":
      return new LinkedinRefusal(
        401,
        "The token used in the request has been revoked by the user",
        {
          serviceErrorCode: 65601,
          code: "REVOKED_ACCESS_TOKEN",
        },
      );
    case "expired":
      return new LinkedinRefusal(401, "The token used in the request has expired", {
        serviceErrorCode: 65602,
        code: "EXPIRED_ACCESS_TOKEN",
      });
  }
}

export const denied = (what: string) =>
  new LinkedinRefusal(403, `Not enough permissions to access: ${what}`, {
    serviceErrorCode: 100,
    code: "ACCESS_DENIED",
  });

export const notFound = (what: string) =>
  new LinkedinRefusal(404, `Could not find entity ${what}`, { code: "NOT_FOUND" });

/** Nearly always: encoded in another way than Rest.li wants. */
export const badParameter = (field: string, code = "QUERY_PARAM_NOT_ALLOWED") =>
  new LinkedinRefusal(400, "Invalid query parameters passed to request", {
    errorDetailType: "com.linkedin.common.error.BadRequest",
    errorDetails: { inputErrors: [{ code, input: { inputPath: { fieldPath: field } } }] },
  });
