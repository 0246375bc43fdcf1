/** Refuses files before any XML reader sees them: too large, or with declarations that a reader might follow. */
import type { Problem } from '@tongban/model';
import { raise } from './errors.ts';

/** How many bytes a file may have. */
export const DMN_SIZE_LIMIT: number = 5 * 1024 * 1024;

/** Why the file is refused, or undefined when it may be read. */
export function refuseUnsafeXml(xml: string): Problem | undefined {
  const bytes = xml.length > DMN_SIZE_LIMIT ? xml.length : byteLength(xml);
  if (bytes > DMN_SIZE_LIMIT) return raise.problem('DMN_TOO_LARGE', {}, { bytes, limit: DMN_SIZE_LIMIT });
  if (/<!(?:DOCTYPE|ENTITY)/i.test(withoutInertParts(xml))) return raise.problem('DMN_DOCTYPE', {});
  return undefined;
}

function byteLength(text: string): number {
  let bytes = 0;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    // two halves of a pair make four bytes
    bytes += unit < 0x80 ? 1 : unit < 0x800 ? 2 : unit >= 0xd800 && unit <= 0xdfff ? 2 : 3;
  }
  return bytes;
}

/** The text without comments and CDATA, which may mention anything. */
function withoutInertParts(xml: string): string {
  let result = '';
  let from = 0;
  for (;;) {
    const comment = xml.indexOf('<!--', from);
    const data = xml.indexOf('<![CDATA[', from);
    const start = comment < 0 ? data : data < 0 ? comment : Math.min(comment, data);
    if (start < 0) return result + xml.slice(from);
    const end = xml.indexOf(start === comment ? '-->' : ']]>', start + 4);
    if (end < 0) return result + xml.slice(from);
    result += xml.slice(from, start);
    from = end + 3;
  }
}
