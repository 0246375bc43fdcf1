/** Fills in forms as a person does: finds fields by their labels, types, ticks, signs, attaches. The values are those of the sample cases. */
import { readFileSync } from 'node:fs';
import type { FormDocument, FormField, FormValues, Json, JsonObject } from '@tongban/model';
import type { Locator, Page } from 'playwright-core';

const FORMS = ['application', 'promise', 'acceptance', 'entry-check', 'notice', 'circulation', 'land-documents', 'joint-meeting'];
const MEASURE = new URL('../../../packages/measures/mock-approval/', import.meta.url);

const documents = new Map(
  FORMS.map((name) => {
    const document = JSON.parse(readFileSync(new URL(`forms/${name}.form.json`, MEASURE), 'utf8')) as FormDocument;
    return [document.id, document] as const;
  }),
);

/** The smallest PDF with a page: what a scanner makes, without the picture. */
export const PDF: Buffer = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n' +
    '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
);

/** Fills in every form of `values` that is on the page. */
export async function fill(page: Page, values: Readonly<Record<string, FormValues>>): Promise<void> {
  for (const [formId, entries] of Object.entries(values)) {
    const document = documents.get(formId);
    if (document === undefined) throw new Error(`No form ${formId}`);
    const form = formOf(page, formId);
    for (const field of flat(document.fields)) {
      const value = entries[field.key];
      if (value !== undefined && value !== null) await fillField(page, form, field, value);
    }
  }
}

/** The form on the page. */
export function formOf(page: Page, formId: string): Locator {
  return page.locator(`tb-form[data-form="${formId}"]`);
}

/** The box of a control that is typed into, by its label. */
export function box(form: Locator, label: string): Locator {
  return form.getByRole('textbox', { name: named(label) });
}

/** A group of controls, by its label. */
export function group(form: Locator, label: string): Locator {
  return form.getByRole('group', { name: named(label) }).first();
}

async function fillField(page: Page, form: Locator, field: FormField, value: Json): Promise<void> {
  const label = field.label['zh-CN'] ?? '';
  switch (field.kind) {
    case 'projectCode':
      // Given by the register of projects.
      break;
    case 'radio': {
      const choice = field.choices.find((one) => one.value === value);
      await form
        .getByRole('radiogroup', { name: named(label) })
        .getByLabel(choice?.label['zh-CN'] ?? '', { exact: true })
        .check();
      break;
    }
    case 'items':
      for (const code of value as readonly string[]) await group(form, label).getByRole('checkbox', { name: code }).check();
      break;
    case 'clause':
      await form.locator('.kind-clause').filter({ hasText: label }).getByRole('checkbox').check();
      break;
    case 'seal':
    case 'signature':
      await sign(group(form, label), value as unknown as Signature);
      break;
    case 'files':
      for (const file of value as unknown as readonly { readonly name: string }[]) await attach(page, group(form, label), file.name);
      break;
    case 'opinion':
      await writeOpinion(group(form, label), value as JsonObject);
      break;
    case 'rows':
      await fillRows(form, field, value as unknown as readonly JsonObject[]);
      break;
    default:
      await box(form, label).fill(written(value));
  }
}

interface Signature {
  readonly method: 'original' | 'confirmed';
  readonly name: string;
  readonly day: string;
}

async function sign(signature: Locator, { method, name, day }: Signature): Promise<void> {
  if (method === 'confirmed') {
    await signature.getByRole('button', { name: /本人确认签名|本单位确认盖章/ }).click();
    return;
  }
  // A draft brings it back signed.
  const seen = signature.getByRole('button', { name: /原件已签字|原件已盖章/ });
  if (await seen.isVisible()) await seen.click();
  await signature.getByLabel(/^(姓名|单位名称)$/).fill(name);
  await signature.getByRole('textbox', { name: /日期$/ }).fill(day);
}

async function attach(page: Page, files: Locator, name: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await files.getByRole('button', { name: '选择文件' }).click();
  await (await chooser).setFiles({ name, mimeType: 'application/pdf', buffer: PDF });
  await files.getByRole('button', { name: `下载 ${name}` }).waitFor();
}

async function writeOpinion(opinion: Locator, { choice, text }: JsonObject): Promise<void> {
  await opinion.getByLabel(choice === 'agree' ? '同意' : '不同意', { exact: true }).check();
  await opinion.getByLabel('说明', { exact: true }).fill(String(text));
}

/** Rows are filled in from the top; where a department writes its own row alone, that is the only one with controls. */
async function fillRows(form: Locator, field: Extract<FormField, { readonly kind: 'rows' }>, rows: readonly JsonObject[]): Promise<void> {
  const table = group(form, field.label['zh-CN'] ?? '');
  for (const [at, row] of rows.entries()) {
    const number = field.writableRow === undefined ? String(at + 1) : '\\d+';
    for (const column of field.columns) {
      const value = row[column.key];
      if (value === undefined) continue;
      const name = new RegExp(`^${column.label['zh-CN']} 第 ${number} 行$`);
      if (column.kind === 'signature') await sign(table.getByRole('group', { name }), value as unknown as Signature);
      else await table.getByRole('textbox', { name }).fill(written(value));
    }
  }
}

function written(value: Json): string {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    const special = value as { readonly $date?: string; readonly $decimal?: string };
    return special.$date ?? special.$decimal ?? '';
  }
  return String(value);
}

/** The name of a control or group: a bracket in it may stand apart, and a group says that it is required. */
function named(label: string): RegExp {
  return new RegExp(`^${label.replace('（', '\\s*（')}\\s*(（必填）)?$`);
}

function flat(fields: readonly FormField[]): readonly FormField[] {
  return fields.flatMap((field) => (field.kind === 'section' ? flat(field.fields) : [field]));
}
