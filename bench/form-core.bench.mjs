/** Forms without a page: making one of 200 fields, and one key on which 20 fields depend, beside the core of Formily. */
import { createForm, onFieldValueChange } from '@formily/core';
import { parseFeel } from '@tongban/feel-parser';
import { compileForm, openForm } from '@tongban/form';
import { microsecondsEach } from './measure.mjs';

const FIELDS = 200;
const LINKED = 20;
const label = { 'zh-CN': '数' };
const context = { mode: 'submit', env: { now: 1_795_395_600_000, offsetMinutes: 480 }, lookup: () => undefined };

export const title = 'Forms without a page: 200 fields, one key with 20 linked';
export const unit = 'µs';

export async function run() {
  const { compiled } = compileForm(documentOf(), (text, names) => parseFeel(text, { names }));
  const ours = openForm(compiled);
  const session = ours.startSession({}, context);
  const formily = formilyForm();
  let key = 0;
  const next = () => {
    key += 1;
    return key;
  };
  const made = await microsecondsEach({
    'tongban: make': () => ours.startSession({}, context),
    'formily: make': formilyForm,
  });
  const typed = await microsecondsEach({
    'tongban: one key': () => session.set('f0', next()),
    'formily: one key': () => formily.query('f0').take().onInput(next()),
  });
  if (session.get(`f${LINKED}`) !== session.get('f0') * LINKED) throw new Error('What is linked should have followed.');
  const results = { ...made, ...typed };
  const ratio = (what) => results[`tongban: ${what}`] / results[`formily: ${what}`];
  return {
    results,
    limits: [
      { text: 'making 200 fields ÷ Formily core', ratio: ratio('make'), atMost: 1.3 },
      { text: 'one key with 20 linked ÷ Formily core', ratio: ratio('one key'), atMost: 1.3 },
    ],
  };
}

function documentOf() {
  const fields = Array.from({ length: FIELDS }, (_, at) => ({
    ...{ kind: 'number', id: `f${at}`, key: `f${at}`, label },
    ...(at > 0 && at <= LINKED ? { computed: `f0 * ${at}` } : { required: true }),
  }));
  return { formatVersion: 1, id: 'bench', key: 'bench', title: label, layout: 'stacked', fields };
}

function formilyForm() {
  const form = createForm({
    effects: () =>
      onFieldValueChange('f0', (field, given) => {
        for (let at = 1; at <= LINKED; at += 1) given.query(`f${at}`).take((linked) => linked.setValue(field.value * at));
      }),
  });
  for (let at = 0; at < FIELDS; at += 1) form.createField({ name: `f${at}`, required: at === 0 || at > LINKED });
  return form;
}
