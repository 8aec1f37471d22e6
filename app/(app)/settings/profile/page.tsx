import type { Metadata } from "next";
import {
  changeEmailAction,
  changeNameAction,
  changePasswordAction,
  chooseKeysAction,
  endOtherSessionsAction,
  endSessionAction,
} from "@/app/(app)/settings/profile/actions";
import { EmailPanel } from "@/components/profile/email-panel";
import { KeysPanel } from "@/components/profile/keys-panel";
import { NamePanel } from "@/components/profile/name-panel";
import { PasswordPanel } from "@/components/profile/password-panel";
import { SessionList } from "@/components/profile/session-list";
import { ThemePanel } from "@/components/profile/theme-panel";
import { Columns } from "@/components/settings/columns";
import { SettingsPage } from "@/components/settings/settings-page";
import { listSessions } from "@/lib/profile/queries";
import { requireScope } from "@/lib/supabase/server";

export const metadata: Metadata = { title: "Profile" };

export default async function ProfilePage() {
  const scope = await requireScope();
  const sessions = await listSessions(scope);
  const { name, email, singleKeys, timeZone } = scope;

  return (
    <SettingsPage
      tab="profile"
      title="Profile"
      sub={`You, in every workspace · times in ${timeZone}`}
    >
      <Columns
        side={
          <>
            <ThemePanel />
            <KeysPanel action={chooseKeysAction} singleKeys={singleKeys} />
            <SessionList
              sessions={sessions}
              timeZone={timeZone}
              end={endSessionAction}
              endOthers={endOtherSessionsAction}
            />
          </>
        }
      >
        <NamePanel action={changeNameAction} name={name} />
        <EmailPanel action={changeEmailAction} email={email} />
        <PasswordPanel action={changePasswordAction} email={email} />
      </Columns>
    </SettingsPage>
  );
}
