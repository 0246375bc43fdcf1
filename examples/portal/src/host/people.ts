/** The counties and people of the development portal. A real portal asks its own directory. */
import type { Actor } from '@tongban/model';
import type { UpperLevel } from '@tongban/runtime';

/** A level of the administration whose data is apart from that of others. */
export interface Area {
  readonly id: string;
  readonly name: string;
  readonly note: string;
}

/** A county of the example. */
export interface County extends Area {
  /** Value of the measure's parameter `channel` there. */
  readonly channel: 'offline' | 'online';
}

/** A person the identity switcher offers. */
export interface Person extends Actor {
  /** What they do, for the switcher. */
  readonly duty: string;
}

export const COUNTIES: readonly County[] = [
  { id: 'jishishan', name: '积石山县', channel: 'offline', note: '模拟审批只在线下办理，由窗口录入' },
  { id: 'demo-online', name: '示范县', channel: 'online', note: '模拟审批线上线下均可办理' },
];

/** The level above the counties: it publishes measures that they copy. */
export const PROVINCE: Area = { id: 'demo-province', name: '示范省', note: '发布措施，供各县建立本地副本' };

/** The levels above each county, nearest first: whose releases it may read and copy. */
export const ABOVE: Readonly<Record<string, readonly UpperLevel[]>> = Object.fromEntries(
  COUNTIES.map(({ id }) => [id, [{ tenant: PROVINCE.id, name: PROVINCE.name }]]),
);

const HANDLERS: readonly (readonly [department: string, name: string, duty: string])[] = [
  ['natural-resources', '李文海', '自然资源局'],
  ['market-supervision', '赵志强', '市场监管局'],
  ['development-reform', '陈晓燕', '发改局'],
  ['housing', '刘永刚', '住建局'],
  ['ecology', '周明', '生态环境分局'],
  ['water', '孙立新', '水务局'],
  ['transport', '吴建军', '交通运输局'],
  ['civil-defence', '郑海燕', '人防办'],
  ['meteorology', '冯雪', '气象局'],
];

/** Everybody, by county; and who publishes for the province. */
export const PEOPLE: readonly Person[] = [
  ...COUNTIES.flatMap(({ id }) => peopleOf(id)),
  { id: `${PROVINCE.id}.administrator`, tenant: PROVINCE.id, name: '李静', roles: ['administrator'], duty: '管理员' },
];

function peopleOf(tenant: string): readonly Person[] {
  return [
    { id: `${tenant}.window`, tenant, name: '王玉兰', roles: ['window'], department: 'service-window', duty: '综合窗口' },
    { id: `${tenant}.applicant`, tenant, name: '马建国', roles: ['applicant'], duty: '申请单位' },
    {
      id: `${tenant}.natural-resources.clerk`,
      tenant,
      name: '张晓梅',
      roles: ['clerk'],
      department: 'natural-resources',
      duty: '自然资源局科员',
    },
    ...HANDLERS.map(([department, name, duty]) => ({ id: `${tenant}.${department}`, tenant, name, roles: ['handler'], department, duty })),
    { id: `${tenant}.administrator`, tenant, name: '张敏', roles: ['administrator'], duty: '管理员' },
  ];
}
