import { type PlannedWords, ROWS_STAY_HOME } from "@/components/placeholders/planned-words";

export const STUDIO: PlannedWords = {
  place: "studio",
  summary:
    "Not here yet. It will show each creator’s own numbers, readable only by the person who connected the account.",
  coming: [
    {
      title: "Your own accounts, side by side",
      text: "One page a person for their channels on YouTube, TikTok, Instagram, Facebook and LinkedIn, each in its platform’s own definitions.",
    },
    {
      title: "What a platform tells nobody but its owner",
      text: "Reach, saves, clicks, and whatever else comes with the owner’s sign-in. What a platform does not offer stays a gap with its reason.",
    },
    {
      title: "Where your videos stand",
      text: "Your own short videos among those of the page Performance: the same percentiles, made the same way.",
    },
  ],
  today: [
    {
      place: "accounts",
      text: "Connect one, and its posts are found and measured by themselves.",
    },
    { place: "posts", text: "Every measurement of a post, with where and when it was made." },
    { place: "performance", text: "Which short videos break out, and why." },
  ],
  privateToday: [
    ROWS_STAY_HOME,
    "Accounts belong to their workspace: all of its members see the numbers of their posts.",
    "Tokens are encrypted, each bound to its account, with a key that the database never sees. No page and no API call gives them out.",
    "Disconnecting deletes the tokens at once. The history goes too, if you choose that.",
  ],
  privateThen: [
    "Its rows will carry the person who connected the account as well, and the same rule will ask for that person: the other members get nothing, the workspace’s owner among them.",
    "Tests will hold it to that, as they hold the rest: strangers ask for each row, and get none.",
  ],
};
