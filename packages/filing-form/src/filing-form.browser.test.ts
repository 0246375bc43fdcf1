import type { CompiledForm } from '@tongban/model';
import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import './define.ts';
import type { FilingForm } from './filing-form.ts';
import { applicant, departments, form, items } from './test-support/forms.ts';

async function shown(compiled: CompiledForm, properties: Partial<FilingForm> = {}): Promise<FilingForm> {
  document.documentElement.lang = 'zh-CN';
  document.body.replaceChildren();
  const element = document.createElement('tb-form');
  Object.assign(element, {
    form: compiled,
    departments,
    items,
    actor: applicant,
    context: { parameters: { channel: 'online' }, case: { key: null } },
    ...properties,
  });
  document.body.append(element);
  await element.updateComplete;
  return element;
}

test('a form is shown and typed into', async () => {
  const element = await shown(form('application'));
  const name = element.renderRoot.querySelector('input')!;
  await userEvent.click(name);
  await userEvent.keyboard('光伏');
  expect(element.handle.values()).toMatchObject({ projectName: '光伏' });
  expect(element.handle.validate().length).toBeGreaterThan(5);
  await element.updateComplete;
});
