import type { LinkProblem } from "./link.ts";

/** Sentences about one kind of problem, for the person who can mend it. */
export type ProblemSentences = {
  /** Names the problem in a few words. */
  title: string;
  /** What is the case. */
  explanation: string;
  /** What should have been in the cell. */
  expected: string;
  /** What to do next. */
  mend: string;
};

export const LINK_PROBLEM_SENTENCES: Record<LinkProblem, ProblemSentences> = {
  empty: {
    title: "No link",
    explanation: "The link cell is empty.",
    expected: "a link to a post",
    mend: "Fill it in, or remove the row.",
  },
  too_long: {
    title: "Link is too long",
    explanation: "The link has more than 2,048 characters.",
    expected: "a link of at most 2,048 characters",
    mend: "Open the post and copy its own link.",
  },
  not_http: {
    title: "Not an http or https link",
    explanation: "The link starts with something else, such as ftp or an app scheme.",
    expected: "a link that starts with https://",
    mend: "Copy the link from a browser.",
  },
  malformed: {
    title: "Not a link",
    explanation: "The text cannot be read as one link: part of it is missing, or there is more.",
    expected: "one complete link to a post",
    mend: "Put one link in the cell, as the browser shows it.",
  },
  other_host: {
    title: "Link belongs to another host",
    explanation: "The link leads to a site whose posts are not measured here.",
    expected: "a YouTube, TikTok, Instagram, Facebook or LinkedIn link",
    mend: "Replace it by the post's own link, or remove the row.",
  },
  not_a_post: {
    title: "Profile or channel, not a post",
    explanation:
      "This link has no post in it: it opens an account, a list or a page. Metrics are measured per post.",
    expected: "a link to a post",
    mend: "Open the post and copy its own link.",
  },
};
