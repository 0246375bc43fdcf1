/**
 * The custom-elements manifest of every room that defines elements, and one page that lists them all, read from the sources: the class
 * comment (`@summary`, `@fires`, `@slot`, `@csspart`, `@cssprop`), the properties with their comments and the public methods. What a
 * comment promises and the sources do not have is an error, so that neither lies.
 */
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { filesBelow, rooms } from './workspace.mjs';

const GENERATED = '<!-- Written by `npm run docs`; do not edit. -->';

/** What every element has, from its base class. */
const INHERITED = [
  { name: 'locale', attribute: 'locale', type: "'zh-CN' | 'en'", description: 'Language; that of the page around when absent.' },
  {
    name: 'theme',
    attribute: 'theme',
    type: "'blue' | 'red' | 'dark' | 'contrast'",
    description: 'Colours; those of the element around when absent.',
  },
];

/** Path → text: `custom-elements.json` of each room, all of them in one, and the page of elements. */
export function elementPages() {
  const found = rooms('packages').map((room) => ({ room, elements: elementsOf(room) }));
  const defining = found.filter(({ elements }) => elements.length > 0);
  const pages = new Map(
    defining.map(({ room, elements }) => [
      `packages/${room.name}/custom-elements.json`,
      manifest(elements, ({ door }) => `dist/${door}.js`),
    ]),
  );
  const all = defining.flatMap(({ room, elements }) => elements.map((element) => ({ ...element, room: room.name })));
  pages.set(
    'docs/reference/custom-elements.json',
    manifest(all, ({ room, file }) => `packages/${room}/src/${file}`),
  );
  pages.set('docs/reference/elements.md', page(all));
  return pages;
}

function elementsOf(room) {
  const source = join(room.path, 'src');
  if (!existsSync(join(source, 'define.ts'))) return [];
  const paths = filesBelow(source, (path) => /\.tsx?$/.test(path) && !path.includes('.test.'));
  const sources = paths.map((path) => readFileSync(path, 'utf8')).join('\n');
  // Every door that registers tags: `define.ts`, and those beside it, such as `operators/define.ts`.
  const doors = Object.values(room.manifest.exports ?? {}).map((door) => door['@tongban/source']);
  const isDoor = (path) => basename(path) === 'define.ts' && doors.includes(`./src/${relative(source, path).replaceAll('\\', '/')}`);
  return paths.filter(isDoor).flatMap((path) => elementsDefinedIn(path, source, sources));
}

function elementsDefinedIn(define, source, sources) {
  const text = readFileSync(define, 'utf8');
  const folder = relative(source, dirname(define)).replaceAll('\\', '/');
  const door = folder === '' ? 'define' : folder;
  return [...text.matchAll(/defineElement\('([\w-]+)', (\w+)\)/g)].map(([, tag, name]) => {
    const [, beside] = new RegExp(`import \\{[^}]*\\b${name}\\b[^}]*\\} from '\\./([^']+)'`).exec(text);
    const file = relative(source, join(dirname(define), beside)).replaceAll('\\', '/');
    return { ...elementIn(readFileSync(join(source, file), 'utf8'), { tag, name, file, sources }), door };
  });
}

function elementIn(source, { tag, name, file, sources }) {
  const [, comment = '', base = ''] =
    new RegExp(`(?:/\\*\\*((?:(?!\\*/)[\\s\\S])*)\\*/\\s*)?export class ${name} extends (\\w+)`).exec(source) ?? [];
  const body = source.slice(source.indexOf(`export class ${name}`));
  const tags = tagsOf(comment);
  const [description = ''] = tags.text;
  const parts = named(tags.csspart);
  for (const part of parts)
    if (!new RegExp(`\\bpart\\W{1,4}[^>\\n]*\\b${part.name}\\b`).test(sources))
      throw new Error(`<${tag}> promises the part "${part.name}", and no template has it.`);
  for (const event of named(tags.fires))
    if (!sources.includes(`'${event.name}'`)) throw new Error(`<${tag}> promises the event "${event.name}", and nothing fires it.`);
  const classes = eventClasses(sources);
  for (const [, fired] of source.matchAll(/(?:emit|dispatchEvent)\(\s*new (\w+)\(/g))
    if (classes[fired] !== undefined && !named(tags.fires).some((event) => event.name === classes[fired]))
      throw new Error(`<${tag}> fires "${classes[fired]}", and its comment does not promise it.`);
  const inherited = inheritedFrom(base, sources);
  return {
    ...{ tag, name, file, description, summary: tags.summary?.[0] ?? '' },
    properties: [...propertiesIn(body), ...inherited.properties],
    methods: [...methodsIn(body), ...inherited.methods],
    events: named(tags.fires).map((event) => ({ ...event, type: Object.keys(classes).find((one) => classes[one] === event.name) })),
    slots: named(tags.slot),
    parts,
    cssProperties: named(tags.cssprop),
  };
}

/** What an element has from its base class: that of all elements, or one of its own room, which stands alone in its file. */
function inheritedFrom(base, sources) {
  if (base === 'TongbanElement') return { properties: INHERITED, methods: [] };
  const [body, further] = new RegExp(`export abstract class ${base}\\b[^{]* extends (\\w+)[\\s\\S]*?\\n}\\n`).exec(sources) ?? [];
  if (body === undefined) return { properties: [], methods: [] };
  const beyond = inheritedFrom(further, sources);
  return { properties: [...propertiesIn(body), ...beyond.properties], methods: [...methodsIn(body), ...beyond.methods] };
}

/** Class of an event → what it is called. */
function eventClasses(sources) {
  const found = sources.matchAll(/class (\w+)(?:<[^>]*>)? extends Event \{\s*static readonly type(?:: '[\w-]+')? = '([\w-]+)'/g);
  return Object.fromEntries([...found].map(([, name, type]) => [name, type]));
}

function tagsOf(comment) {
  const tags = { text: [] };
  for (const line of comment.split('\n').map((one) => one.replace(/^\s*\*? ?/, '').trim())) {
    const [, tag, rest] = /^@(\w+)\s*(.*)$/.exec(line) ?? [];
    if (tag === undefined) {
      if (line !== '' && Object.keys(tags).length === 1) tags.text = [[...tags.text, line].join(' ')];
    } else tags[tag] = [...(tags[tag] ?? []), rest];
  }
  return tags;
}

/** `name - what it is`. */
function named(lines = []) {
  return lines.map((line) => {
    const [, name = '', description = ''] = /^(\S*)\s*(?:-\s*)?(.*)$/.exec(line) ?? [];
    return { name, description };
  });
}

const PROPERTY =
  /(?:\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*)?@property\((\{[^}]*\})?\)\s*(?:override )?(\w+)[!?]?(?::\s*([^;=]+?))?(?:\s*=\s*([^;]+))?;/g;

function propertiesIn(body) {
  return [...body.matchAll(PROPERTY)].map(([, comment = '', options = '', name, type = '', value]) => {
    const own = /attribute: '([\w-]+)'/.exec(options)?.[1];
    const attribute = options.includes('attribute: false') ? undefined : (own ?? name.toLowerCase());
    return { name, attribute, type, default: value, description: sentence(comment), reflects: options.includes('reflect: true') };
  });
}

const METHOD = /(?:\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*)?\n {2}(async )?(\w+)\(([^)]*)\): ([^{\n]+) \{/g;

function methodsIn(body) {
  return [...body.matchAll(METHOD)]
    .filter(([, , , name]) => !/^(constructor|render|updated|firstUpdated|willUpdate|connectedCallback|disconnectedCallback)$/.test(name))
    .map(([, comment = '', , name, parameters, type]) => ({ name, parameters, type, description: sentence(comment) }));
}

function sentence(comment) {
  return comment
    .replace(/\n\s*\*/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function manifest(elements, moduleOf) {
  const modules = new Map();
  for (const element of elements) modules.set(moduleOf(element), [...(modules.get(moduleOf(element)) ?? []), element]);
  const text = {
    schemaVersion: '1.0.0',
    modules: [...modules].map(([path, own]) => ({
      kind: 'javascript-module',
      path,
      declarations: own.map(declaration),
      exports: own.map(({ tag, name }) => ({ kind: 'custom-element-definition', name: tag, declaration: { name, module: path } })),
    })),
  };
  return `${JSON.stringify(text, null, 2)}\n`;
}

function declaration({ tag, name, description, summary, properties, methods, events, slots, parts, cssProperties }) {
  const typed = (type) => (type === '' || type === undefined ? {} : { type: { text: type } });
  const described = (text) => (text === '' ? {} : { description: text });
  return {
    ...{ kind: 'class', customElement: true, name, tagName: tag },
    ...described(description),
    ...(summary === '' ? {} : { summary }),
    attributes: properties
      .filter(({ attribute }) => attribute !== undefined)
      .map((one) => ({ name: one.attribute, fieldName: one.name, ...typed(one.type), ...described(one.description) })),
    members: [
      ...properties.map((one) => ({
        ...{ kind: 'field', name: one.name, ...typed(one.type), ...described(one.description) },
        ...(one.default === undefined ? {} : { default: one.default }),
        ...(one.attribute === undefined ? {} : { attribute: one.attribute }),
        ...(one.reflects === true ? { reflects: true } : {}),
      })),
      ...methods.map((one) => ({
        ...{ kind: 'method', name: one.name, ...described(one.description), return: { type: { text: one.type } } },
        parameters: parametersOf(one.parameters),
      })),
    ],
    events: events.map(({ type = 'Event', ...one }) => ({ ...one, type: { text: type } })),
    slots,
    cssParts: parts,
    cssProperties,
  };
}

function parametersOf(text) {
  return text
    .split(/,\s*(?=\w+[?]?:)/)
    .filter((one) => one.trim() !== '')
    .map((one) => {
      const [, name = '', optional = '', type = ''] = /^(\w+)(\??):\s*(.*?)(?:\s*=.*)?$/.exec(one.trim()) ?? [];
      return { name, type: { text: type }, ...(optional === '' ? {} : { optional: true }) };
    });
}

function page(elements) {
  const lines = ['# 元素 (elements)', '', GENERATED, ''];
  lines.push('编辑器读 [custom-elements.json](custom-elements.json)，每个包里也有自己的一份。所有元素还有 `locale` 和 `theme`。', '');
  lines.push(
    'Editors read [custom-elements.json](custom-elements.json); every package carries its own. All elements have `locale` and `theme`, too.',
    '',
  );
  for (const { tag, room, description, properties, methods, events, slots, parts, cssProperties } of elements) {
    lines.push(`## \`<${tag}>\``, '', `\`@tongban/${room}\``, ...(description === '' ? [] : ['', description]), '');
    const own = properties.filter(({ name }) => !INHERITED.some((one) => one.name === name));
    table(
      lines,
      ['属性 property', '标签属性 attribute', '类型 type', ''],
      own.map((one) => [code(one.name), one.attribute === undefined ? '' : code(one.attribute), code(one.type), one.description]),
    );
    table(
      lines,
      ['方法 method', ''],
      methods.map((one) => [code(`${one.name}(${one.parameters}): ${one.type}`), one.description]),
    );
    table(
      lines,
      ['事件 event', ''],
      events.map((one) => [code(one.name), one.description]),
    );
    table(
      lines,
      ['插槽 slot', ''],
      slots.map((one) => [code(one.name === '' || one.name === '-' ? 'default' : one.name), one.description]),
    );
    table(
      lines,
      ['`::part`', ''],
      parts.map((one) => [code(one.name), one.description]),
    );
    table(
      lines,
      ['变量 custom property', ''],
      cssProperties.map((one) => [code(one.name), one.description]),
    );
  }
  return lines.join('\n');
}

function table(lines, head, rows) {
  if (rows.length === 0) return;
  lines.push(`| ${head.join(' | ')} |`, `|${' --- |'.repeat(head.length)}`, ...rows.map((row) => `| ${row.join(' | ')} |`), '');
}

function code(text) {
  return text === '' || text === undefined ? '' : `\`${text.replace(/\s+/g, ' ').replaceAll('|', '\\|')}\``;
}
