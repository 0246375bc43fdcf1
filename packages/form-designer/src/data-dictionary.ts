/** What values of forms mean, as all measures of a county name it. Prefilling and "asked once" rest on these names. */
import type { LocalText } from '@tongban/model';

/** One entry of the dictionary. */
export interface Meaning {
  readonly id: string;
  readonly name: LocalText;
}

const meaning = (id: string, zh: string, en: string): Meaning => ({ id, name: { 'zh-CN': zh, en } });

/** The dictionary, by subject. */
export const DATA_DICTIONARY: readonly Meaning[] = [
  meaning('enterprise.name', '单位名称', 'Name of the enterprise'),
  meaning('enterprise.uscc', '统一社会信用代码', 'Unified social credit code'),
  meaning('enterprise.legalPerson', '法定代表人', 'Legal representative'),
  meaning('enterprise.address', '单位地址', 'Address of the enterprise'),
  meaning('contact.name', '联系人', 'Contact'),
  meaning('contact.phone', '联系电话', 'Telephone of the contact'),
  meaning('contact.idNumber', '联系人身份证号', 'Identity card of the contact'),
  meaning('project.name', '项目名称', 'Project name'),
  meaning('project.code', '项目代码', 'Project code'),
  meaning('project.site', '建设地点', 'Construction site'),
  meaning('project.investment', '总投资', 'Total investment'),
  meaning('project.scale', '建设规模及内容', 'Scale and content'),
  meaning('project.industry', '所属行业', 'Industry'),
  meaning('project.landArea', '用地面积', 'Land area'),
  meaning('project.floorArea', '建筑面积', 'Floor area'),
  meaning('project.startDay', '计划开工日期', 'Planned start'),
  meaning('project.finishDay', '计划竣工日期', 'Planned finish'),
  meaning('application.seal', '单位盖章', 'Seal of the applicant'),
  meaning('application.signature', '法定代表人签字', 'Signature of the legal representative'),
  meaning('application.day', '申请日期', 'Day of the application'),
  meaning('application.materials', '申请材料', 'Materials of the application'),
  meaning('window.contact', '受理窗口联系人', 'Contact at the window'),
  meaning('window.phone', '窗口联系电话', 'Telephone of the window'),
  meaning('department.opinion', '部门意见', 'Opinion of a department'),
];
