/** What can be added to a form: by meaning first, then by kind. */
import type { IconName } from '@tongban/element-kit';
import type { FormField, LocalText } from '@tongban/model';
import type { FieldDraft } from './new-field.ts';

/** One entry: a field, or a ready group of them. */
export interface PaletteEntry {
  readonly id: string;
  readonly name: LocalText;
  readonly icon: IconName;
  readonly draft: FieldDraft;
}

/** Entries under a heading. */
export interface PaletteGroup {
  readonly name: LocalText;
  readonly entries: readonly PaletteEntry[];
}

const text = (zh: string, en: string): LocalText => ({ 'zh-CN': zh, en });

const ICONS: Partial<Record<FormField['kind'], IconName>> = {
  date: 'clock',
  dateRange: 'clock',
  region: 'department',
  materials: 'attach',
  items: 'list',
  checkboxes: 'list',
  radio: 'check',
  select: 'chevron-down',
  files: 'attach',
  rows: 'table',
  opinion: 'edit',
  signature: 'edit',
  seal: 'flag',
  clause: 'file',
  note: 'info',
  section: 'form',
  uscc: 'department',
  phone: 'user',
};

function entry(id: string, zh: string, en: string, kind: FormField['kind'], more: Readonly<Record<string, unknown>> = {}): PaletteEntry {
  const name = text(zh, en);
  return { id, name, icon: ICONS[kind] ?? 'form', draft: { key: id, kind, label: name, ...more } };
}

const choices = (...labels: readonly (readonly [string, string, string])[]) => ({
  choices: labels.map(([value, zh, en]) => ({ value, label: text(zh, en) })),
});

const PAPERS: Readonly<Record<string, unknown>> = { accept: ['.pdf', 'image/*'], min: 1, max: 20 };

const ENTERPRISE: readonly PaletteEntry[] = [
  entry('enterpriseName', '单位名称', 'Enterprise name', 'text', { meaning: 'enterprise.name', required: true, maxLength: 200, span: 2 }),
  entry('uscc', '统一社会信用代码', 'Unified social credit code', 'uscc', { meaning: 'enterprise.uscc', required: true }),
  entry('legalPerson', '法定代表人', 'Legal representative', 'text', { meaning: 'enterprise.legalPerson', required: true, maxLength: 50 }),
  entry('address', '单位地址', 'Address', 'text', { meaning: 'enterprise.address', maxLength: 200 }),
  entry('contact', '联系人', 'Contact', 'text', { meaning: 'contact.name', required: true, maxLength: 50 }),
  entry('phone', '联系电话', 'Telephone', 'phone', { meaning: 'contact.phone', required: true }),
];

const PROJECT: readonly PaletteEntry[] = [
  entry('projectName', '项目名称', 'Project name', 'text', { meaning: 'project.name', required: true, maxLength: 200, span: 2 }),
  entry('projectCode', '项目代码', 'Project code', 'projectCode', { meaning: 'project.code', required: true }),
  entry('site', '建设地点', 'Construction site', 'text', { meaning: 'project.site', required: true, maxLength: 200 }),
  entry('investment', '总投资', 'Total investment', 'money', {
    meaning: 'project.investment',
    required: true,
    unit: '万元',
    min: 0,
    decimals: 2,
  }),
  entry('industry', '所属行业', 'Industry', 'text', { meaning: 'project.industry', maxLength: 100 }),
  entry('landArea', '用地面积', 'Land area', 'number', { meaning: 'project.landArea', unit: '平方米', min: 0 }),
  entry('floorArea', '建筑面积', 'Floor area', 'number', { meaning: 'project.floorArea', unit: '平方米', min: 0 }),
  entry('startDay', '计划开工日期', 'Planned start', 'date', { meaning: 'project.startDay' }),
  entry('scale', '建设规模及内容', 'Scale and content', 'longText', { meaning: 'project.scale', maxLength: 2000 }),
];

const HANDLING: readonly PaletteEntry[] = [
  entry('materials', '申请材料', 'Materials', 'files', { meaning: 'application.materials', ...PAPERS }),
  entry('materialList', '要件清单', 'List of materials', 'materials', {
    materials: [{ id: 'material1', name: text('申请表', 'Application form'), needed: true }],
    latest: 'today() + duration("P30D")',
    accept: PAPERS['accept'],
  }),
  entry('departmentOpinion', '部门意见', 'Opinion of a department', 'opinion', { meaning: 'department.opinion', required: true }),
  entry('signatures', '签字盖章', 'Signature and seal', 'section', {
    fields: [
      {
        key: 'applicantSeal',
        kind: 'seal',
        label: text('申请单位（盖章）', 'Applicant (seal)'),
        required: true,
        meaning: 'application.seal',
      },
      {
        key: 'applicantSignature',
        kind: 'signature',
        label: text('法定代表人（签字）', 'Legal representative (signature)'),
        required: true,
        meaning: 'application.signature',
      },
      { key: 'applicationDay', kind: 'date', label: text('申请日期', 'Day of the application'), meaning: 'application.day' },
    ],
  }),
];

/** Fields that belong together on paper, added in one step. */
const READY: readonly PaletteEntry[] = [
  entry('enterpriseGroup', '企业信息（整组）', 'Enterprise, all of it', 'section', {
    label: text('企业信息', 'Enterprise'),
    fields: ENTERPRISE.map(({ draft }) => draft),
  }),
  entry('projectGroup', '项目信息（整组）', 'Project, all of it', 'section', {
    label: text('项目信息', 'Project'),
    fields: PROJECT.map(({ draft }) => draft),
  }),
  entry('contacts', '联系人员（至少两名）', 'Contacts, two at least', 'rows', {
    label: text('联系人员', 'Contacts'),
    minRows: 2,
    columns: [
      { key: 'name', kind: 'text', label: text('姓名', 'Name'), required: true, maxLength: 50 },
      { key: 'phone', kind: 'phone', label: text('联系电话', 'Telephone'), required: true },
    ],
  }),
  entry('departmentOpinions', '各部门意见（每部门一行）', 'Opinions, one row each department', 'rows', {
    label: text('审批部门意见', 'Opinions of the departments'),
    ownerKey: 'department',
    columns: [
      { key: 'department', kind: 'text', label: text('部门', 'Department'), required: true },
      { key: 'opinion', kind: 'opinion', label: text('意见', 'Opinion') },
    ],
  }),
  entry('promise', '承诺条款', 'Promise', 'clause', {
    label: text('承诺', 'Promise'),
    text: text('我单位承诺：所有申请资料真实有效，并对其真实性负责。', 'We promise that all papers handed in are true, and answer for it.'),
    version: '1',
    required: true,
  }),
  entry('notice', '告知事项（补齐材料）', 'Notice of what is missing', 'section', {
    label: text('仍需要补充以下材料', 'What still has to follow'),
    fields: [
      {
        key: 'missingMaterials',
        kind: 'rows',
        label: text('需补充的材料', 'Materials'),
        minRows: 1,
        columns: [{ key: 'material', kind: 'text', label: text('材料名称', 'Material'), required: true, maxLength: 200 }],
      },
      { key: 'deadline', kind: 'date', label: text('补齐期限', 'Last day'), required: true },
    ],
  }),
];

const PLAIN: readonly PaletteEntry[] = [
  entry('shortText', '单行文本', 'Single line', 'text'),
  entry('longText', '多行文本', 'Several lines', 'longText'),
  entry('quantity', '数字', 'Number', 'number'),
  entry('amount', '金额', 'Money', 'money', { unit: '万元', decimals: 2 }),
  entry('day', '日期', 'Date', 'date'),
  entry('period', '起止日期', 'Range of days', 'dateRange'),
  entry('region', '行政区划', 'Region', 'region'),
  entry('option', '单选', 'One choice', 'radio', choices(['yes', '是', 'Yes'], ['no', '否', 'No'])),
  entry('choice', '下拉选择', 'Drop-down', 'select', choices(['a', '选项一', 'Choice 1'], ['b', '选项二', 'Choice 2'])),
  entry('options', '多选', 'Several choices', 'checkboxes', choices(['a', '选项一', 'Choice 1'], ['b', '选项二', 'Choice 2'])),
  entry('items', '事项', 'Items', 'items'),
  entry('attachments', '文件', 'Files', 'files', { accept: ['.pdf', 'image/*'] }),
  entry('list', '表格（可增行）', 'Table with rows', 'rows', {
    columns: [
      { key: 'column1', kind: 'text', label: text('第一列', 'Column 1') },
      { key: 'column2', kind: 'text', label: text('第二列', 'Column 2') },
    ],
  }),
  entry('opinion', '意见', 'Opinion', 'opinion'),
  entry('signature', '签名', 'Signature', 'signature'),
  entry('seal', '盖章', 'Seal', 'seal'),
  entry('qrCode', '二维码', 'QR code', 'qrCode', { computed: 'case.key' }),
  entry('clause', '条款', 'Clause', 'clause', {
    text: text('请在此填写条款内容。', 'Write the clause here.'),
    version: '1',
    required: true,
  }),
  entry('note', '说明文字', 'Note', 'note', { text: text('请在此填写说明。', 'Write the note here.') }),
  entry('section', '分组', 'Section', 'section', { fields: [] }),
];

/** The palette, in the order in which it shows. */
export const PALETTE: readonly PaletteGroup[] = [
  { name: text('企业信息', 'Enterprise'), entries: ENTERPRISE },
  { name: text('项目信息', 'Project'), entries: PROJECT },
  { name: text('材料、意见与签章', 'Materials, opinions, seals'), entries: HANDLING },
  { name: text('成组字段', 'Ready groups'), entries: READY },
  { name: text('基本字段', 'Plain fields'), entries: PLAIN },
];

/** Whether a field of `entry` is called like its kind until people name it. */
export function isUnnamed(entry: PaletteEntry): boolean {
  return PLAIN.includes(entry);
}

/** Whether `label` is still as the palette gave it. */
export function isPaletteLabel(label: LocalText): boolean {
  return LABELS.has(`${label['zh-CN']}\n${label.en ?? ''}`);
}

function labelsOf(draft: FieldDraft): readonly string[] {
  const inside = (draft['fields'] ?? draft['columns'] ?? []) as readonly FieldDraft[];
  return [`${draft.label['zh-CN']}\n${draft.label.en ?? ''}`, ...inside.flatMap(labelsOf)];
}

const LABELS: ReadonlySet<string> = new Set(PALETTE.flatMap(({ entries }) => entries.flatMap(({ draft }) => labelsOf(draft))));

/** The entry `id`. */
export function paletteEntry(id: string): PaletteEntry | undefined {
  return PALETTE.flatMap(({ entries }) => entries).find((each) => each.id === id);
}
