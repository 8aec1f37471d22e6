import { LINK_PROBLEM_SENTENCES, type ProblemSentences } from "../links/link-problem.ts";
import type { RowProblem } from "./upload.ts";

/** What is wrong with a row and how to mend it, for every problem a row can have. */
export const ROW_PROBLEM_SENTENCES: Record<RowProblem, ProblemSentences> = {
  ...LINK_PROBLEM_SENTENCES,
  platform_unknown: {
    title: "Unknown platform",
    explanation: "The platform column names something that is not measured here.",
    expected: "youtube, tiktok, instagram, facebook or linkedin, or an empty cell",
    mend: "Correct the name, or leave it empty: the platform is then read from the link.",
  },
  platform_mismatch: {
    title: "Link belongs to another platform",
    explanation: "The platform column says one thing and the link another.",
    expected: "a link to the platform that the row names",
    mend: "Correct the platform or the link.",
  },
  duplicate: {
    title: "Post is already in the file",
    explanation: "An earlier row has the same post. It is measured once.",
    expected: "a post that no earlier row has",
    mend: "Nothing has to be done. Remove the row if it was meant to be another post.",
  },
};
