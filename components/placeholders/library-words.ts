import { type PlannedWords, ROWS_STAY_HOME } from "@/components/placeholders/planned-words";

export const LIBRARY: PlannedWords = {
  place: "library",
  summary:
    "Not here yet. It will keep each person’s own pictures and videos beside the posts they became, readable only by the person who put them there.",
  coming: [
    {
      title: "Your files, as you made them",
      text: "Pictures and videos that you put there yourself. Nothing is copied from other people’s posts.",
    },
    {
      title: "What became of each",
      text: "The posts made of a file, on every platform, with their numbers as they are measured.",
    },
    {
      title: "Found again",
      text: "By words, account, platform and day, as posts are found today.",
    },
  ],
  today: [
    {
      place: "posts",
      text: "Each post with its preview picture, shown from the platform’s own address.",
    },
    {
      place: "upload",
      text: "Files of post links, as CSV or Excel. Their rows are kept, the file is not.",
      forMembers: true,
    },
    { place: "accounts", text: "Connect one, and its posts are found by themselves." },
  ],
  privateToday: [
    ROWS_STAY_HOME,
    "No picture and no video is stored here: of a post only the address of its preview is kept.",
    "A large file of links waits in private storage, in its workspace’s own folder, until it is read. Then it is removed.",
  ],
  privateThen: [
    "Files will lie in private storage under the person who put them there, and the same rule will ask for that person. None has a public address.",
    "Of what a file became, the workspace sees what it sees today: the posts it measures, and their numbers.",
  ],
};
