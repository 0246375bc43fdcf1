/** The form as a file: as it is kept, as a JSON Schema, as an example of what is filled in, as a Word file. */
import { sampleValues } from '@tongban/form';
import { type FormDocument, textIn } from '@tongban/model';
import { jsonSchemaOf } from '../json-schema-of.ts';
import { saveFile, saveJson } from '../save-file.ts';
import type { PaperAround } from './form-word.ts';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Saves the form as `what`: `word`, `schema`, `sample`, else the form itself. What makes Word files is loaded first, which may fail. */
export async function exportForm(form: FormDocument, what: string, around: PaperAround): Promise<void> {
  if (what === 'word') {
    const { formWord } = await import('./form-word.ts');
    saveFile(`${textIn(form.title, around.locale) || form.id}.docx`, formWord(form, around), WORD);
  } else if (what === 'schema') saveJson(`${form.id}.schema.json`, jsonSchemaOf(form));
  else if (what === 'sample') saveJson(`${form.id}.sample.json`, sampleValues(form, 1, around.items));
  else saveJson(`${form.id}.form.json`, form);
}
