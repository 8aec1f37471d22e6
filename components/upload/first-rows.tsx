import { Missing } from "@/components/ui/missing";
import { Panel, PanelHead } from "@/components/ui/panel";
import { PlatformMark } from "@/components/ui/platform-mark";
import { Table, Td, Th } from "@/components/ui/table";
import type { UploadPreview } from "@/components/upload/preview";
import { shortLink } from "@/components/upload/short-link";
import { exactCount } from "@/lib/format/count";

/** The first accepted rows, as the job will take them. */
export function FirstRows({ preview: { firstRows, columns } }: { preview: UploadPreview }) {
  const kept = columns.filter(({ role }) => role === "keep");
  return (
    <Panel>
      <PanelHead title="First rows as they will be read" />
      <div className="border-t">
        <Table label="First rows">
          <thead>
            <tr>
              <Th>Row</Th>
              <Th>Platform</Th>
              <Th>Link</Th>
              {kept.map(({ name }, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two columns of a file may share a name
                <Th key={index}>{name}</Th>
              ))}
            </tr>
          </thead>
          <tbody>
            {firstRows.map(({ fileRow, platform, url, extra }) => (
              <tr key={fileRow}>
                <Td tone="muted">{exactCount(fileRow)}</Td>
                <Td>
                  <PlatformMark platform={platform} withName />
                </Td>
                <Td className="max-w-80 truncate font-mono text-xs" title={url}>
                  {shortLink(url)}
                </Td>
                {kept.map((column, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: two columns of a file may share a name
                  <Td key={index} className="max-w-48 truncate" title={extra[index]}>
                    {extra[index] || <Missing reason={`${column.name} is empty in this row.`} />}
                  </Td>
                ))}
              </tr>
            ))}
          </tbody>
        </Table>
      </div>
    </Panel>
  );
}
