import type { QuarantinedItem } from "@/lib/ingest/queries";

/** What is wrong with an item, in a few words; its sentence says the rest. */
export const QUARANTINE_WORDS: Record<QuarantinedItem["code"], string> = {
  unreadable: "Not readable as JSON",
  not_an_object: "Not an object",
  error_item: "An error of the actor",
  wrong_platform: "Of another platform",
  no_identity: "Does not say which post it is",
  no_link: "Without a link",
  no_publish_time: "Without a publish time",
  bad_publish_time: "Publish time cannot be read",
  bad_count: "A count that is none",
};
