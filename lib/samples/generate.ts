import { batchBuilder } from "./batch.ts";
import { countPeers, peer, samplePerson } from "./people.ts";
import type { SamplePlan } from "./plan.ts";
import { addEvents } from "./post-events.ts";
import { addThread } from "./post-thread.ts";
import { seededRandom } from "./random.ts";
import { sampleTags } from "./tags.ts";
import { CAPTIONS } from "./words.ts";

const DAYS = 60;

/** People `from` (0 is the first) up to `from + take`, of those the plan has. */
export function samplePeople(plan: SamplePlan, from: number, take: number) {
  const batch = batchBuilder(plan);
  for (let number = from; number < Math.min(from + take, plan.users); number++) {
    batch.person(number);
  }
  return batch.done();
}

/** Posts `from` up to `from + take` of the plan, spread over the 60 days before its moment. */
export function samplePosts(plan: SamplePlan, from: number, take: number) {
  return makePosts(plan, from, Math.min(from + take, plan.posts), (below) => below(DAYS * 86_400));
}

/** Posts beyond the plan's, published in the last minute before its moment. */
export function freshPosts(plan: SamplePlan, from: number, take: number) {
  return makePosts(plan, from, from + take, (below) => below(60));
}

function makePosts(
  plan: SamplePlan,
  from: number,
  until: number,
  age: (below: (bound: number) => number) => number,
) {
  const batch = batchBuilder(plan);
  for (let number = from; number < until; number++) {
    const random = seededRandom(plan.seed, 2, number);
    const author = random.below(plan.users);
    const seconds = age(random.below);
    const { platform, handle, name } = samplePerson(plan, author);
    const tags = sampleTags(plan, random).map((tag) => ` #${tag}`);
    const post = batch.post({
      platform,
      external_id: `sample-${plan.seed}-${number + 1}`,
      // Reserved for examples: nobody's post is there.
      url: `https://example.com/sample/${plan.seed}/${number + 1}`,
      author: batch.person(author),
      author_handle: handle,
      author_name: name,
      caption: `${CAPTIONS[random.below(CAPTIONS.length)]}${tags.join("")}`,
      published_at: new Date((plan.now - seconds) * 1000).toISOString(),
    });
    const peers = countPeers(plan, author);
    const context = { batch, random, post, peers, age: seconds };
    const personAt = (place: number) => batch.person(peer(author, place));
    addThread({ ...context, personAt });
    addEvents({ ...context, personAt });
  }
  return batch.done();
}
