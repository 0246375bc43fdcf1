/** Who works at random: people of three departments, among them some whose roles allow them nothing but standing in for others. */
import type { Actor } from '@tongban/model';
import type { Directory } from '../engine/engine-options.ts';

/** The tenant of random work. */
export const RANDOM_TENANT = 'crash';

const person = (id: string, name: string, roles: readonly string[], department: string): Actor => ({
  ...{ id, name, roles, department, tenant: RANDOM_TENANT },
});

/** The operator. */
export const randomAdmin: Actor = { id: 'admin', name: '管理员', tenant: RANDOM_TENANT, roles: ['administrator'] };

/** Everybody else; the first one starts the cases. */
export const randomPeople: readonly [Actor, ...Actor[]] = [
  person('u1', '王一', ['applicant'], 'zwfw'),
  person('chen', '陈窗', ['window'], 'zwfw'),
  person('sun', '孙窗', [], 'zwfw'),
  person('li', '李地', ['reviewer'], 'zrzy'),
  person('qian', '钱地', ['reviewer'], 'zrzy'),
  person('han', '韩地', [], 'zrzy'),
  person('zhou', '周改', ['reviewer'], 'fgw'),
  person('wu', '吴改', [], 'fgw'),
];

/** Where the engine finds them. */
export const randomDirectory: Directory = { person: async (_tenant, id) => randomPeople.find((one) => one.id === id) };
