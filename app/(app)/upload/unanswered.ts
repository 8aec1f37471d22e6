/** Nothing came back, or nothing of use: the same request may well succeed when it is sent again. */
export class Unanswered extends Error {
  override name = "Unanswered";
}
