/** A document that something else rests on must have legal effect: a mock, recalled, revoked or expired one has none. */
import { type DocumentStatus, type IssuedDocument, statusOn } from '@tongban/model';
import { raise } from '../errors.ts';

/** The name of a status, in Chinese. */
export const STATUS_NAMES: Readonly<Record<DocumentStatus, string>> = {
  mock: '模拟文书',
  effective: '有效',
  recalled: '已收回',
  expired: '已过有效期',
  revoked: '已撤销',
};

/** The document, when it is effective on `today` (`YYYY-MM-DD`). @throws RUNTIME_DOCUMENT_NOT_EFFECTIVE */
export function requireEffective(document: IssuedDocument, today: string): IssuedDocument {
  const status = statusOn(document, today);
  const over = document.validThrough !== undefined && today > document.validThrough;
  if (status === 'effective' && !over) return document;
  const shown = status === 'effective' ? 'expired' : status;
  const { title, number = '' } = document.content;
  throw raise('RUNTIME_DOCUMENT_NOT_EFFECTIVE', {
    ...{ documentId: document.id, title, number },
    ...{ status: shown, statusZh: STATUS_NAMES[shown] },
  });
}
