/** Finds a case by project name, code or applicant, for a combobox. */
import type { ComboboxSource } from '@tongban/element-kit';
import type { HostService } from '@tongban/model';

/** The cases that fit what was typed; `open`: only those that still run. */
export function caseSource(service: () => HostService | undefined, query: { readonly open?: boolean } = {}): ComboboxSource {
  return async (text) => {
    const page = await service()?.cases({ ...query, ...(text === '' ? {} : { text }), limit: 20 });
    return (page?.entries ?? []).map(({ caseId, title, key, applicant }) => ({
      value: caseId,
      label: title,
      hint: [key, applicant].filter((word) => word !== undefined).join('　'),
    }));
  };
}
