import { Download } from "lucide-react";
import type { Metadata } from "next";
import { Page } from "@/components/shell/page";
import { ButtonLink } from "@/components/ui/button";
import { UploadRefused } from "@/components/upload/upload-refused";
import { env } from "@/lib/env";
import { exactCount } from "@/lib/format/count";
import { fileSize } from "@/lib/format/size";
import { requireScope } from "@/lib/supabase/server";
import { MAX_BYTES, MAX_ROWS } from "@/lib/uploads/upload";
import { listMembers } from "@/lib/workspaces/queries";
import { UploadFlow } from "./upload-flow";

export const metadata: Metadata = { title: "Upload links" };

const LIMITS = `CSV or Excel, up to ${fileSize(MAX_BYTES).replace(".0", "")} and ${exactCount(MAX_ROWS)} rows. Nothing is fetched before you start the job.`;

export default async function UploadPage() {
  const scope = await requireScope();
  const reads = scope.role === "viewer";
  const members = reads ? await listMembers(scope) : [];
  const settings = env();

  return (
    <Page
      title="Upload links"
      sub={LIMITS}
      actions={
        <ButtonLink href="/upload/sample" download variant="quiet" className="max-md:hidden">
          <Download aria-hidden="true" />
          Sample file
        </ButtonLink>
      }
    >
      {reads ? (
        <UploadRefused workspaceName={scope.workspaceName} members={members} />
      ) : (
        <UploadFlow
          simulated={settings.FEATURE_FAKE_INSIGHTS}
          access={{
            url: settings.NEXT_PUBLIC_SUPABASE_URL,
            publishableKey: settings.NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY,
            workspaceId: scope.workspaceId,
          }}
        />
      )}
    </Page>
  );
}
