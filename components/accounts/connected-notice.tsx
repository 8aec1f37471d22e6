import { KIND_NAMES } from "@/components/accounts/account-words";
import { Notice } from "@/components/ui/notice";
import type { ListedAccount } from "@/lib/accounts/schema";
import { counted } from "@/lib/format/count";

/** What the way to a platform just brought. */
export function ConnectedNotice({ accounts }: { accounts: ListedAccount[] }) {
  const [first] = accounts;
  if (!first) {
    return (
      <Notice announce>
        The account was connected in another workspace of yours: the one in which you chose Connect.
        Switch to it to see the account.
      </Notice>
    );
  }
  const waiting = accounts.filter(({ status }) => status === "disabled").length;
  if (waiting > 0) {
    const kinds = new Set(accounts.map(({ kind }) => KIND_NAMES[kind].split(",")[0]));
    const [kind = "account"] = kinds.size === 1 ? kinds : [];
    return (
      <Notice announce>
        {`${counted(accounts.length, `${kind} was`, `${kind}s were`)} found. Choose which to measure.`}
      </Notice>
    );
  }
  const byLink = accounts.every(({ kind }) => kind === "linkedin_member");
  const next = byLink
    ? "LinkedIn lists no posts of members: upload the links of your own, and they are measured."
    : "Posts of the last 30 days are being found and measured; the numbers appear here by themselves.";
  const names = accounts.map(({ name }) => name).join(", ");
  return (
    <Notice announce>
      {`${names} ${accounts.length === 1 ? "is" : "are"} connected. ${next}`}
    </Notice>
  );
}
