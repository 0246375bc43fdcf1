/**
 * The e-seal of the example in the page: it asks first and says what it is, then the server seals. A real portal opens its U-key or its seal
 * platform here.
 */
import { confirmDialog, type Sealed, type SealPort } from '@tongban/element-kit';
import { identityHeaders, rememberedPerson } from './identity.ts';

/** For `configureTongban`. */
export const demonstrationSeal: SealPort = async ({ form, field, kind, content, anchor }) => {
  const wanted = await confirmDialog(anchor, {
    title: kind === 'seal' ? `在“${field}”加盖演示电子印章？` : `在“${field}”使用演示电子签名？`,
    body: `《${form}》现在的内容将由本开发服务器签章。仅供演示，不具有法律效力；之后改动表中内容，需要重新签章。`,
    confirmLabel: kind === 'seal' ? '加盖印章' : '签名',
  });
  if (!wanted) return undefined;
  const answer = await fetch('/development/seals', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...identityHeaders(rememberedPerson() ?? '') },
    body: JSON.stringify({ kind, content }),
  });
  if (!answer.ok) throw new Error(`The seal service answered ${answer.status}.`);
  return (await answer.json()) as Sealed;
};
