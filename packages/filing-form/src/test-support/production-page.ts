/** The page of the production build: a promise to be filled in, or with `?kinds` the kinds that are loaded when they are needed. */
import '../define.ts';
import { applicant, departments, form, items } from './forms.ts';
import { kindsForm } from './kinds.ts';

const kept = new Map<string, File>();
const files = {
  put: async (file: File) => {
    const fileId = `file-${kept.size + 1}`;
    kept.set(fileId, file);
    return { fileId, name: file.name, bytes: file.size, mediaType: file.type };
  },
  get: async (fileId: string): Promise<Blob> => kept.get(fileId) ?? new Blob(),
};
const element = document.createElement('tb-form');
Object.assign(element, { form: location.search === '?kinds' ? kindsForm() : form('promise'), departments, items, actor: applicant, files });
document.body.append(element);
