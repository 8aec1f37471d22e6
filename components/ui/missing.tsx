/** A number that is not there: "—", with its reason on hover and focus. Never a zero. */
export function Missing({ reason }: { reason: string }) {
  return (
    <button
      type="button"
      data-tip={reason}
      className="touch tip text-muted underline decoration-line-strong decoration-dotted underline-offset-4"
    >
      <span aria-hidden="true">—</span>
      <span className="sr-only">No number: {reason}</span>
    </button>
  );
}
