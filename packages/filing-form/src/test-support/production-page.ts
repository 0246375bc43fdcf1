/** The page of the production build: one promise to be filled in. */
import '../define.ts';
import { applicant, departments, form, items } from './forms.ts';

const element = document.createElement('tb-form');
Object.assign(element, { form: form('promise'), departments, items, actor: applicant });
document.body.append(element);
