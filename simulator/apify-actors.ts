import { feedLines } from "./apify-feed-actor.ts";
import { instagramLines } from "./apify-instagram-actor.ts";
import type { Answered, Asked } from "./apify-lines.ts";
import { tiktokLines } from "./apify-tiktok-actor.ts";

/** How an actor reads its input. Null when there is no such actor. */
export function actorNamed(name: string): ((asked: Asked) => Answered) | null {
  if (name.includes("reels-feed")) return feedLines;
  if (name.includes("instagram")) return instagramLines;
  return name.includes("tiktok") ? tiktokLines : null;
}

/** An actor as Apify describes it. */
export function describeActor(name: string) {
  const [username = "", title = ""] = name.includes("~") ? name.split("~") : ["simulated", name];
  return { id: name, userId: username, username, name: title, title, isPublic: true };
}
