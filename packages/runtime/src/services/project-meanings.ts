/** What the register says of a project, by the meanings of fields. */
import { type FormField, type Json, type Project, wireNumber } from '@tongban/model';

/** The value that a project has for a field; undefined when the register does not know it, or the field cannot hold it. */
export function valueOfProject(project: Project, { meaning = '', kind, unit }: MeaningField): Json | undefined {
  const { enterprise, contact } = project;
  const texts: Readonly<Record<string, string | undefined>> = {
    'project.name': project.name,
    'project.code': project.code,
    'project.site': project.site,
    'project.investment': project.investment,
    'enterprise.name': enterprise.name,
    'enterprise.uscc': enterprise.uscc,
    'enterprise.legalPerson': enterprise.legalPerson,
    'contact.name': contact?.name,
    'contact.phone': contact?.phone,
  };
  const text = Object.hasOwn(texts, meaning) ? texts[meaning] : undefined;
  if (text === undefined || text === '') return undefined;
  if (kind === 'number' || kind === 'money') return unit === undefined || unit === '万元' ? (wireNumber(text) as Json) : undefined;
  return isTextKind(kind) ? text : undefined;
}

/** What of a field decides which values it can take over. */
export interface MeaningField {
  readonly meaning?: string;
  readonly kind: FormField['kind'];
  readonly unit?: string;
}

/** Whether fields of this kind hold one text. */
export function isTextKind(kind: FormField['kind']): boolean {
  return kind === 'text' || kind === 'longText' || kind === 'phone' || kind === 'uscc' || kind === 'projectCode';
}
