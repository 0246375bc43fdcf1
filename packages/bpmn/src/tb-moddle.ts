/**
 * The moddle descriptor of our `tb:` extension: one type for one XML element named in `model/flow-extension.ts`.
 * Hand it to bpmn-moddle or bpmn-js as `moddleExtensions: { tb: tbModdle }`. `tb.moddle.json` is the same, for tools outside JavaScript.
 */
import { TB_NAMESPACE } from '@tongban/model';

/** A property of a {@link ModdleType}. */
export interface ModdleProperty {
  readonly name: string;
  readonly type: string;
  readonly isAttr?: boolean;
  readonly isMany?: boolean;
}

/** A type of a {@link ModdleDescriptor}. */
export interface ModdleType {
  readonly name: string;
  readonly superClass: readonly string[];
  readonly meta?: { readonly allowedIn: readonly string[] };
  readonly properties: readonly ModdleProperty[];
}

/** A moddle package: a namespace and the types in it. */
export interface ModdleDescriptor {
  readonly name: string;
  readonly uri: string;
  readonly prefix: string;
  readonly xml: { readonly tagAlias: 'lowerCase' };
  readonly associations: readonly never[];
  readonly types: readonly ModdleType[];
}

const USER_TASKS = ['bpmn:UserTask', 'bpmn:GlobalUserTask'] as const;

/** The descriptor of the `tb:` extension; moddle qualifies the names in what it is given, which does no harm to a second reader. Tags are the type names with a small first letter: `Performer` is `<tb:performer>`. */
export const tbModdle: ModdleDescriptor = {
  name: 'Tongban',
  uri: TB_NAMESPACE,
  prefix: 'tb',
  xml: { tagAlias: 'lowerCase' },
  associations: [],
  types: [
    type('Performer', USER_TASKS, flag('starter'), text('role'), text('department'), text('person')),
    type('Policy', USER_TASKS, text('empty'), text('same'), text('outcome')),
    type('Expiry', USER_TASKS, ...['limit', 'does', 'outcome', 'target', 'basis'].map(text)),
    type('Filings', USER_TASKS, many('filings', 'Filing')),
    type('Filing', undefined, text('form'), text('access'), many('fields', 'Field')),
    type('Field', undefined, text('ref'), text('access')),
    type('Outcomes', USER_TASKS, text('result'), many('outcomes', 'Outcome')),
    type('Outcome', undefined, text('value'), text('label'), flag('reason'), flag('danger')),
    type('Operations', USER_TASKS, many('operations', 'Operation')),
    type('Operation', undefined, text('kind'), text('targets'), flag('reason'), one('performer', 'Performer')),
    type('Each', ['bpmn:MultiInstanceLoopCharacteristics'], text('collection'), text('element'), text('results'), text('result')),
    type('Assign', ['bpmn:FlowNode', 'bpmn:GlobalTask'], text('variable'), text('value'), text('at')),
    type('Call', ['bpmn:CallActivity'], text('in'), text('out')),
    type(
      'Vote',
      ['bpmn:MultiInstanceLoopCharacteristics'],
      ...['rule', 'result', 'agree', 'abstain', 'veto', 'needed'].map(text),
      flag('more'),
      ...['of', 'quorum', 'weight', 'choice', 'until', 'removed'].map(text),
    ),
    type('Handler', ['bpmn:ServiceTask', 'bpmn:SendTask'], text('name'), text('result'), many('inputs', 'Input')),
    type('Input', undefined, text('name'), text('value')),
    type('Rule', ['bpmn:BusinessRuleTask', 'bpmn:GlobalBusinessRuleTask'], text('decision'), text('result')),
    type(
      'Arrival',
      ['bpmn:CatchEvent', 'bpmn:ReceiveTask'],
      text('correlation'),
      text('label'),
      one('performer', 'Performer'),
      one('filings', 'Filings'),
    ),
    type('Start', ['bpmn:StartEvent'], text('roles')),
    type('Clock', ['bpmn:Activity', 'bpmn:CatchEvent'], text('limit')),
    type('Pause', ['bpmn:Activity'], text('reason')),
    type('Ending', ['bpmn:EndEvent'], text('kind')),
  ],
};

function type(name: string, allowedIn: readonly string[] | undefined, ...properties: readonly ModdleProperty[]): ModdleType {
  return { name, superClass: ['Element'], ...(allowedIn === undefined ? {} : { meta: { allowedIn } }), properties };
}

function text(name: string): ModdleProperty {
  return { name, type: 'String', isAttr: true };
}

function flag(name: string): ModdleProperty {
  return { name, type: 'Boolean', isAttr: true };
}

function one(name: string, typeName: string): ModdleProperty {
  return { name, type: typeName };
}

function many(name: string, typeName: string): ModdleProperty {
  return { name, type: typeName, isMany: true };
}
