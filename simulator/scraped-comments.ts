import { authorOf } from "./posts.ts";
import { pick, randomOf } from "./random.ts";
import { COMMENTS } from "./words.ts";

type Commented = {
  /** Names the post: the same name and number, the same comment for ever. */
  code: string;
  comments: number;
  commentsOff: boolean;
  publishedMs: number;
};

const SHOWN = 3;
const SECONDS_BETWEEN = 7;

/** The handful of newest comments that a page shows, as Apify's Instagram actors write them; each fifth is talked about. */
export function latestComments({ code, comments, commentsOff, publishedMs }: Commented) {
  if (commentsOff) return [];
  const shown = Math.min(SHOWN, comments);
  return Array.from({ length: shown }, (_, back) => {
    const number = comments - 1 - back;
    const said = write(code, `${number}`, publishedMs + (number + 1) * SECONDS_BETWEEN * 1000);
    const answers = number % 5 === 0 ? 2 : 0;
    return {
      ...said,
      repliesCount: answers,
      replies: Array.from({ length: answers }, (_, reply) =>
        write(
          code,
          `${number}-${reply}`,
          publishedMs + (number + 2 + reply) * SECONDS_BETWEEN * 1000,
        ),
      ),
    };
  });
}

function write(code: string, number: string, writtenMs: number) {
  const random = randomOf(`scraped comment ${code} ${number}`);
  return {
    id: `17${Buffer.from(`${code}:${number}`).toString("hex")}`,
    text: pick(COMMENTS, random()),
    ownerUsername: authorOf(random()).handle,
    ownerProfilePicUrl: "",
    timestamp: new Date(writtenMs).toISOString(),
    likesCount: Math.floor(40 * random() ** 4),
  };
}
